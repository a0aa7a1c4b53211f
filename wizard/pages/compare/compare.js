/* The compare page: two photos under one glass. Decides nothing, keeps nothing, asks nobody.

   Places are given in widths of the first photo, from its upper left corner; `glass` is what is
   looked at: the middle of the view, and how many dots of the screen one such width takes. */
"use strict";
(() => {
  const part = (selector) => document.querySelector(selector);
  const parts = (selector) => [...document.querySelectorAll(selector)];
  const compare = part("#compare");
  if (!compare) return;
  const stage = part("#stage"), marks = parts(".marks"), divide = part("#divide input");
  const images = parts(".view img"), titles = parts("#titles p"), layers = parts(".layer");
  const photos = new Map(parts(".thumb").map((thumb) => [thumb.dataset.number, thumb]));
  const STEP = 1.5, DOTS_PER_PIXEL = 8, FIT = 0.94, AROUND = 3;
  /* A ring leaves air round a place: dots at least, and half of a block in which places are found. */
  const AIR = 12, HALF_A_BLOCK = 0.0125;
  const copies = new Map();
  const glass = { x: 0.5, y: 0.5, width: 1 };
  let pair = [], pairing, frames = [], mode = "side", second = false, rings = true, place = -1;

  function show(first, other) {
    [first, other] = [first, other].sort((a, b) => a - b).map(String);
    pair = [photos.get(first), photos.get(other)];
    pairing = null;
    for (const each of parts(".pairing")) {
      each.hidden = each.dataset.first !== first || each.dataset.second !== other;
      if (!each.hidden) pairing = each;
    }
    pair.forEach((photo, side) => {
      images[side].alt = photo.alt;
      titles[side].textContent = `${photo.alt}\n${photo.dataset.size}`;
      images[side].src = photo.src;
      whole(photo, side);
    });
    place = -1;
    const none = !places().length;
    for (const each of parts("#rings, #next")) each.disabled = none;
    lay();
    wholePhoto();
  }

  function whole(photo, side) {
    /* The copy with every pixel, as soon as it is there; the small picture stays until then. */
    const number = photo.dataset.number;
    if (!copies.has(number)) {
      const copy = new Image();
      copy.src = photo.dataset.copy;
      copies.set(number, copy.decode().then(() => copy.src, () => null));
    }
    copies.get(number).then((source) => {
      if (pair[side] !== photo) return;
      if (source) images[side].src = source;
      images[side].dataset.whole = source ? "yes" : "no";
      part("#small").hidden = !images.some((image) => image.dataset.whole === "no");
    });
  }

  function places() {
    return pairing ? [...pairing.querySelectorAll(".place")] : [];
  }

  function lay() {
    const [a, b] = pair.map((photo) => ({ width: +photo.getAttribute("width"), height: +photo.getAttribute("height") }));
    const tall = a.height / a.width;
    frames = [{ x: 0, y: 0, width: 1, height: tall, slant: 0, turn: 0, pixels: a.width }];
    const laid = pairing && pairing.dataset.laid;
    if (laid) {
      const [left, top, width, height, slant, turn] = laid.split(" ").map(Number);
      const pixels = (turn & 4 ? b.height : b.width) / width;
      frames.push({ x: left, y: top * tall, width, height: height * tall, slant, turn, pixels });
      return;
    }
    const shape = b.height / b.width;
    const same = Math.abs(shape / tall - 1) < 0.02;
    const width = same ? 1 : Math.min(1, tall / shape), height = same ? tall : width * shape;
    frames.push({ x: (1 - width) / 2, y: (tall - height) / 2, width, height, slant: 0, turn: 0, pixels: b.width / width });
  }

  function bounds() {
    const left = Math.min(...frames.map((f) => f.x)), top = Math.min(...frames.map((f) => f.y));
    const right = Math.max(...frames.map((f) => f.x + f.width)), bottom = Math.max(...frames.map((f) => f.y + f.height));
    return { left, top, right, bottom };
  }

  function view() {
    return part(".view").getBoundingClientRect();
  }

  function least() {
    const { left, top, right, bottom } = bounds(), { width, height } = view();
    return FIT * Math.min(width / (right - left), height / (bottom - top));
  }

  function everyPixel() {
    return Math.max(...frames.map((frame) => frame.pixels)) / devicePixelRatio;
  }

  function wholePhoto() {
    const { left, top, right, bottom } = bounds();
    look((left + right) / 2, (top + bottom) / 2, least());
  }

  function look(x, y, width) {
    const edge = bounds(), small = least();
    glass.width = Math.min(Math.max(width, small), Math.max(small, everyPixel() * DOTS_PER_PIXEL));
    glass.x = Math.min(Math.max(x, edge.left), edge.right);
    glass.y = Math.min(Math.max(y, edge.top), edge.bottom);
    draw();
  }

  function zoom(times, at = null) {
    /* Larger or smaller; what lies under `at`, in dots from the middle of the view, stays there. */
    const before = glass.width, to = Math.max(before * times, least());
    const { x, y } = at || { x: 0, y: 0 };
    look(glass.x + x / before - x / to, glass.y + y / before - y / to, to);
  }

  function draw() {
    const { width, height } = view(), dots = glass.width;
    frames.forEach((frame, side) => {
      const image = images[side], over = frame.turn & 4;
      const across = frame.width * dots, down = frame.height * dots;
      const middle = [width / 2 + (frame.x - glass.x) * dots + across / 2, height / 2 + (frame.y - glass.y) * dots + down / 2];
      const own = over ? [down, across] : [across, down];
      image.style.width = `${own[0]}px`;
      image.style.height = `${own[1]}px`;
      image.style.transform = `translate(${middle[0] - own[0] / 2}px, ${middle[1] - own[1] / 2}px)` +
        ` rotate(${frame.slant}deg) scale(${frame.turn & 1 ? -1 : 1}, ${frame.turn & 2 ? -1 : 1})` +
        (over ? " matrix(0, 1, 1, 0, 0, 0)" : "");
    });
    const small = least(), zoomed = dots > small * 1.01;
    stage.classList.toggle("zoomed", zoomed);
    stage.classList.toggle("pixelated", dots > everyPixel() * 1.9);
    drawRings(width, height);
    divideAt();
    tell(zoomed ? dots / small : 0);
  }

  function drawRings(width, height) {
    const [, frame] = frames, air = Math.max(AIR, HALF_A_BLOCK * glass.width);
    const several = places().length > 1;
    for (const layer of marks) {
      layer.replaceChildren(...(rings ? places() : []).map((button, position) => {
        const [left, top, wide, high] = spot(button, frame);
        const ring = document.createElement("span");
        ring.className = "ring";
        if (several) ring.dataset.number = position + 1;
        const y = height / 2 + (top - glass.y) * glass.width - air;
        ring.classList.toggle("low", y < 28);
        ring.style.left = `${width / 2 + (left - glass.x) * glass.width - air}px`;
        ring.style.top = `${y}px`;
        ring.style.width = `${wide * glass.width + 2 * air}px`;
        ring.style.height = `${high * glass.width + 2 * air}px`;
        return ring;
      }));
    }
  }

  function spot(button, frame) {
    const [left, top, right, bottom] = button.dataset.spot.split(" ").map(Number);
    return [frame.x + left * frame.width, frame.y + top * frame.height, (right - left) * frame.width, (bottom - top) * frame.height];
  }

  function goTo(button) {
    const [left, top, wide, high] = spot(button, frames[1]), { width, height } = view();
    const fitting = Math.min(width / wide, height / high) / AROUND;
    look(left + wide / 2, top + high / 2, Math.min(fitting, 2 * everyPixel()));
  }

  function use(chosen) {
    if (chosen === "flip" && mode === "flip") second = !second;
    mode = chosen;
    stage.className = `${mode} ${second ? "second" : "first"}`;
    compare.classList.toggle("sliding", mode === "slider");
    part("#dark").hidden = mode !== "difference";
    for (const button of parts("[data-mode]")) button.setAttribute("aria-pressed", button.dataset.mode === mode);
    part("#rings").setAttribute("aria-pressed", rings);
    titles.forEach((title, side) => title.classList.toggle("seen", mode === "flip" && side === Number(second)));
    look(glass.x, glass.y, glass.width);
  }

  function divideAt() {
    const share = divide.value;
    layers[1].style.clipPath = mode === "slider" ? `inset(0 0 0 ${share}%)` : "";
    part("#line").style.left = `${share}%`;
  }

  function tell(times) {
    const said = [];
    if (mode === "flip") said.push(compare.dataset.seen.replace("{n}", pair[Number(second)].dataset.number));
    const exact = Math.abs(glass.width / everyPixel() - 1) < 0.01;
    const shown = times.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
    if (exact) said.push(compare.dataset.exact);
    else if (times) said.push(compare.dataset.times.replace("{n}", shown));
    const text = said.join(" ");
    if (part("#status").textContent !== text) part("#status").textContent = text;
  }

  const zooms = {
    smaller: () => zoom(1 / STEP), larger: () => zoom(STEP),
    pixels: () => look(glass.x, glass.y, everyPixel()), whole: wholePhoto,
  };

  function press(button) {
    if (button.disabled) return;
    if (button.dataset.mode) use(button.dataset.mode);
    else if (button.dataset.zoom) zooms[button.dataset.zoom]();
    else if (button.id === "rings") { rings = !rings; use(mode); }
    else if (button.id === "next") { place = (place + 1) % places().length; goTo(places()[place]); }
    else if (button.classList.contains("place")) { place = places().indexOf(button); goTo(button); }
  }

  compare.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) press(button);
  });
  divide.addEventListener("input", divideAt);
  for (const chooser of parts("select")) chooser.addEventListener("change", choose);

  function choose(event) {
    const [left, right] = parts("select");
    if (left.value === right.value) {
      const other = event.target === left ? right : left;
      other.value = pair.map((photo) => photo.dataset.number).find((number) => number !== event.target.value);
    }
    show(left.value, right.value);
    [left.value, right.value] = pair.map((photo) => photo.dataset.number);
  }

  /* An input method for Korean letters may send a wide digit, or only say which key it was. */
  function typed(event) {
    return event.key === "Process" ? event.code.replace(/^(Digit|Numpad)/, "") : event.key.normalize("NFKC");
  }

  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("select, input")) return;
    const key = typed(event);
    const digit = parts("button[data-key]").find((button) => button.dataset.key === key);
    const arrow = event.target === stage && ARROWS[key];
    if (digit) press(digit);
    else if (key === "+") zoom(STEP);
    else if (key === "-") zoom(1 / STEP);
    else if (key === " " && mode === "flip" && !event.target.matches("button")) use("flip");
    else if (arrow) look(glass.x + arrow[0] * 60 / glass.width, glass.y + arrow[1] * 60 / glass.width, glass.width);
    else return;
    event.preventDefault();
  });

  const fingers = new Map();

  function fromMiddle(event) {
    const { width, height } = view(), box = stage.getBoundingClientRect();
    return { x: (event.clientX - box.left) % width - width / 2, y: (event.clientY - box.top) % height - height / 2 };
  }

  stage.addEventListener("pointerdown", (event) => {
    fingers.set(event.pointerId, event);
    stage.setPointerCapture(event.pointerId);
  });
  stage.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const others = [...fingers.values()].filter((finger) => finger.pointerId !== event.pointerId);
    if (others.length) {
      const apart = (finger) => Math.hypot(finger.clientX - others[0].clientX, finger.clientY - others[0].clientY);
      zoom(apart(event) / Math.max(1, apart(before)), fromMiddle(others[0]));
    } else if (mode === "slider" && !stage.classList.contains("zoomed")) {
      const box = stage.getBoundingClientRect();
      divide.value = (event.clientX - box.left) / box.width * 100;
      divideAt();
    } else {
      look(glass.x - (event.clientX - before.clientX) / glass.width, glass.y - (event.clientY - before.clientY) / glass.width, glass.width);
    }
    fingers.set(event.pointerId, event);
  });
  for (const end of ["pointerup", "pointercancel"]) stage.addEventListener(end, (event) => fingers.delete(event.pointerId));
  stage.addEventListener("dblclick", (event) => {
    if (stage.classList.contains("zoomed")) wholePhoto();
    else zoom(everyPixel() / glass.width, fromMiddle(event));
  });
  stage.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(Math.exp(-event.deltaY / 200), fromMiddle(event));
  }, { passive: false });
  addEventListener("resize", () => (stage.classList.contains("zoomed") ? draw() : wholePhoto()));

  compare.hidden = false;
  const [shown] = parts(".pairing");
  stage.className = "side first";
  show(shown.dataset.first, shown.dataset.second);
  use("side");
})();
