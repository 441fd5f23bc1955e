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
  var data = JSON.parse(document.getElementById("agentperf-data").textContent);

  function offer(name, type, text) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: type }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  download.addEventListener("click", function () {
    offer("agentperf-results.json", "application/json", JSON.stringify(data, null, 2) + "\n");
  });
  download.hidden = false;

  function isObject(value) {
    return value !== null && typeof value === "object" && !Array.isArray(value);
  }

  function tables(value, path) {
    if (Array.isArray(value)) {
      return value.length > 0 && value.every(isObject) ? [{ name: path || "results", rows: value.map(flat) }] : [];
    }
    return isObject(value)
      ? Object.keys(value).flatMap(function (key) { return tables(value[key], path ? path + "-" + key : key); })
      : [];
  }

  function flat(row) {
    var cells = {};
    Object.keys(row).forEach(function (key) {
      var value = row[key];
      if (isObject(value)) {
        var below = flat(value);
        Object.keys(below).forEach(function (inner) { cells[key + "." + inner] = below[inner]; });
      } else {
        cells[key] = Array.isArray(value) ? JSON.stringify(value) : value;
      }
    });
    return cells;
  }

  // A spreadsheet takes a text that begins like a formula for one: the apostrophe says that it is text.
  function cell(value) {
    var text = value === null || value === undefined ? "" : String(value);
    if (typeof value === "string" && /^[=+\-@\t\r]/.test(text)) {
      text = "'" + text;
    }
    return /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }

  function csv(rows) {
    var columns = [];
    rows.forEach(function (row) {
      Object.keys(row).forEach(function (key) {
        if (columns.indexOf(key) < 0) {
          columns.push(key);
        }
      });
    });
    return [columns.map(cell).join(",")]
      .concat(rows.map(function (row) { return columns.map(function (key) { return cell(row[key]); }).join(","); }))
      .join("\r\n") + "\r\n";
  }

  var asTables = document.getElementById("tables");
  tables(data, "").forEach(function (table) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = table.name + ".csv";
    button.addEventListener("click", function () {
      offer("agentperf-" + table.name + ".csv", "text/csv", csv(table.rows));
    });
    asTables.append(button);
  });
  asTables.hidden = !asTables.querySelector("button");

  var UNITS = { ns: 1e-9, "\u00b5s": 1e-6, ms: 1e-3, min: 60, h: 3600, kB: 1e3, MB: 1e6, GB: 1e9 };

  function figure(cell) {
    var match = /^[>\s]*([-+\u2212]?[\d.]+)([^\d\s]*)/.exec(cell.textContent.replace(/[\u202f\u00a0\s]/g, ""));
    return match ? parseFloat(match[1].replace("\u2212", "-")) * (UNITS[match[2]] || 1) : null;
  }

  function compare(a, b, column, down) {
    var one = a.cells[column];
    var other = b.cells[column];
    if (!one || !other) {
      return 0;
    }
    if (!one.classList.contains("num")) {
      return (down ? -1 : 1) * one.textContent.localeCompare(other.textContent, "en");
    }
    var left = figure(one);
    var right = figure(other);
    if (left === null || right === null) {
      return (left === null) - (right === null);
    }
    return (down ? -1 : 1) * (left - right);
  }

  function sort(table, head, column) {
    var down = head.getAttribute("aria-sort") === "ascending";
    table.querySelectorAll("thead th").forEach(function (other) {
      other.removeAttribute("aria-sort");
    });
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    var body = table.tBodies[0];
    Array.from(body.rows)
      .sort(function (a, b) { return compare(a, b, column, down); })
      .forEach(function (row) { body.appendChild(row); });
  }

  document.querySelectorAll("table.sortable").forEach(function (table) {
    if (table.tBodies[0].rows.length < 2) {
      return;
    }
    Array.from(table.tHead.rows[0].cells).forEach(function (head, column) {
      var name = head.textContent.trim();
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.textContent = "\u21c5";
      button.setAttribute("aria-label", "Sort by " + name);
      button.addEventListener("click", function () { sort(table, head, column); });
      head.append("\u00a0", button);
    });
  });

  document.querySelectorAll("table.sortable").forEach(function (table) {
    if (table.tBodies[0].rows.length <= 12) {
      return;
    }
    var label = document.createElement("label");
    var input = document.createElement("input");
    input.type = "search";
    label.className = "filter";
    label.append("Show rows with", input);
    input.addEventListener("input", function () {
      var wanted = input.value.toLowerCase();
      Array.from(table.tBodies[0].rows).forEach(function (row) {
        row.hidden = !row.textContent.toLowerCase().includes(wanted);
      });
    });
    table.parentElement.before(label);
  });

  function time(seconds, most) {
    var unit = most >= 7200 ? [3600, "h"] : most >= 120 ? [60, "min"] : [1, "s"];
    return Number((seconds / unit[0]).toPrecision(3)) + "\u00a0" + unit[1];
  }

  document.querySelectorAll(".zoomable").forEach(function (box) {
    var seconds = Number(box.dataset.seconds);
    var panels = box.querySelectorAll("svg.panel");
    var ticks = box.querySelectorAll("text.tick");
    var buttons = box.querySelectorAll("[data-zoom]");
    var all = panels[0].viewBox.baseVal.width;
    var narrowest = all / 64;
    var from = 0;
    var width = all;
    var moves = {
      in: function () { show(from + width / 4, width / 2); },
      out: function () { show(from - width / 2, width * 2); },
      left: function () { show(from - width / 2, width); },
      right: function () { show(from + width / 2, width); },
      all: function () { show(0, all); }
    };

    function show(start, length) {
      width = Math.min(all, Math.max(narrowest, length));
      from = Math.min(all - width, Math.max(0, start));
      panels.forEach(function (panel) {
        panel.setAttribute("viewBox", from + " 0 " + width + " " + panel.viewBox.baseVal.height);
      });
      ticks.forEach(function (tick, i) {
        var at = (from + (width * i) / (ticks.length - 1)) / all;
        tick.textContent = time(at * seconds, ((from + width) / all) * seconds);
      });
    }

    buttons.forEach(function (button) {
      button.addEventListener("click", moves[button.dataset.zoom]);
    });
    box.querySelector(".zoom").hidden = false;
  });
})();
