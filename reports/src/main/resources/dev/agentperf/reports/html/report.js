"use strict";
(function () {
  var root = document.documentElement;
  var theme = document.getElementById("theme");
  var dark = window.matchMedia("(prefers-color-scheme: dark)");

  function isDark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : dark.matches;
  }

  function show() {
    theme.setAttribute("aria-pressed", String(isDark()));
  }

  theme.addEventListener("click", function () {
    root.dataset.theme = isDark() ? "light" : "dark";
    show();
  });
  dark.addEventListener("change", show);
  theme.hidden = false;
  show();

  var download = document.getElementById("download");
  download.addEventListener("click", function () {
    var data = JSON.parse(document.getElementById("agentperf-data").textContent);
    var blob = new Blob([JSON.stringify(data, null, 2) + "\n"], { type: "application/json" });
    var link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = "agentperf-results.json";
    link.click();
    URL.revokeObjectURL(link.href);
  });
  download.hidden = false;
})();
