// Smooths what works without it: a live run, the hits beside their filters, words to choose from, a profile's preview.
"use strict";
(function () {
  function page(address, options) {
    return fetch(address, Object.assign({ credentials: "same-origin" }, options)).then(function (answer) {
      return answer.ok ? answer.text() : Promise.reject(answer.status);
    }).then(function (text) { return new DOMParser().parseFromString(text, "text/html"); });
  }
  function later(wait, act) {
    var timer;
    return function () { clearTimeout(timer); timer = setTimeout(act, wait); };
  }
  function put(fresh, id) {
    var here = document.getElementById(id), there = fresh.getElementById(id);
    if (here && there) { here.replaceChildren.apply(here, there.childNodes); }
  }

  // A run under way brings its own figures up to date.
  var live = document.querySelector("[data-live]");
  function again() {
    page(live.dataset.live).then(function (fresh) {
      var there = fresh.getElementById("live");
      if (there && !live.contains(document.activeElement)) { live.replaceWith(there); live = there; }
      if (live.dataset.live) { setTimeout(again, 3000); }
    }).catch(function () { setTimeout(again, 15000); });
  }
  if (live) { setTimeout(again, 3000); }

  // A filter that is ticked changes hits and counts in place; the address stays the search.
  var search = document.querySelector("form[data-search]"), asked = 0;
  function narrow() {
    var pairs = new URLSearchParams(new FormData(search)), number = ++asked;
    Array.from(pairs).forEach(function (pair) { if (!pair[1]) { pairs.delete(pair[0], ""); } });
    var address = search.getAttribute("action") + "?" + pairs;
    page(address).then(function (fresh) {
      if (number !== asked) { return; }
      put(fresh, "hits");
      put(fresh, "results");
      search.querySelectorAll("[data-count]").forEach(function (here) {
        var there = fresh.querySelector('[data-count="' + CSS.escape(here.dataset.count) + '"]');
        here.textContent = there ? there.textContent : "0";
      });
      history.replaceState(null, "", address);
    }).catch(function () { search.submit(); });
  }
  if (search) {
    search.querySelector(".filters").addEventListener("change", later(250, narrow));
  }

  // Words that may be meant, as they are typed; without scripts the list holds the most frequent ones.
  var words = document.querySelector("input[list=meant]"), list = document.getElementById("meant");
  function complete() {
    if (words.value.trim().length < 2) { return; }
    fetch("/api/v1/complete?q=" + encodeURIComponent(words.value.slice(0, 100))).then(function (answer) {
      return answer.ok ? answer.json() : { titles: [], concepts: [] };
    }).then(function (found) {
      var told = found.titles.concat(found.concepts.map(function (one) { return one.label; }));
      if (!told.length) { return; }
      list.replaceChildren.apply(list, told.map(function (text) {
        var one = document.createElement("option");
        one.value = text;
        return one;
      }));
    }).catch(function () {});
  }
  if (words && list) { words.addEventListener("input", later(200, complete)); }

  // What a profile would find, while it is being filled in.
  var profile = document.querySelector("form[data-preview]");
  function preview() {
    var body = new FormData(profile);
    body.set("action", "preview");
    page(profile.getAttribute("action"), { method: "POST", body: body }).then(function (fresh) { put(fresh, "trial"); }).catch(function () {});
  }
  if (profile) { profile.addEventListener("change", later(400, preview)); }
})();
