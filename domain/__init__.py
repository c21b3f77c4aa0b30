"""The words of Jobbvakt: frozen values and pure rules. Imports the standard library only."""
