"""What was not met again is forgotten first."""

from matcher.memory import Memory
from matcher.text import HtmlReader


def test_what_is_met_again_outlives_what_is_not():
    memory = Memory(3)
    for number in range(3):
        memory.keep(number, str(number))
    memory.keep(3, "3")  # too much: 0, 1 and 2 are what was before
    assert memory[0] == "0"
    for number in (4, 5, 6):
        memory.keep(number, str(number))
    assert memory[0] == "0"
    assert memory[1] is None


def test_no_more_is_remembered_than_twice_the_most():
    memory = Memory(10)
    for number in range(1000):
        memory.keep(number, "x")
    assert sum(memory[number] is not None for number in range(1000)) <= 20


def test_a_block_that_comes_again_is_the_same_object():
    html = HtmlReader()
    one = html.read("<p>Norsk og engelsk.</p><p>Fast stilling.</p>")
    other = html.read("<h2>Krav</h2><p>Norsk og engelsk.</p><ul><li>Fast stilling.</li></ul>")
    assert other.blocks[1] is one.blocks[0]
    assert other.blocks[2] is not one.blocks[1]  # set in another way


def test_a_block_is_read_anew_where_something_is_open_before_it():
    html = HtmlReader()
    plain = html.read("<p>Krav</p><p>Norsk</p>")
    bold = html.read("<p><b>Krav</p><p>Norsk</p>")
    assert plain.blocks[1].shape is not bold.blocks[1].shape
