// Brings a run's figures up to date while it lasts. Without scripts the page has a link that loads it anew.
"use strict";
(function () {
  var box = document.querySelector("[data-live]");
  function again() {
    fetch(box.dataset.live, { credentials: "same-origin" }).then(function (answer) {
      return answer.ok ? answer.text() : Promise.reject();
    }).then(function (text) {
      var fresh = new DOMParser().parseFromString(text, "text/html").getElementById("live");
      if (fresh && !box.contains(document.activeElement)) { box.replaceWith(fresh); box = fresh; }
      if (box.dataset.live) { setTimeout(again, 3000); }
    }).catch(function () { setTimeout(again, 15000); });
  }
  if (box) { setTimeout(again, 3000); }
})();
