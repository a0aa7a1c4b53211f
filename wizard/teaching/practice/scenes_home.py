"""What a family photographs at home: pets, food, flowers, a window."""

from __future__ import annotations

from wizard.teaching.practice.canvas import Canvas, landscape, upright


def cat_on_a_sofa() -> Canvas:
    """An orange cat sitting in the middle of a blue-green sofa."""
    view = landscape()
    view.wash(0, 300, "#f3e6d2", "#d9c3a2")
    view.box((22, 70, 378, 262), "#2f8f96", "#1a5a63", corner=24)
    view.box((0, 130, 66, 286), "#37a0a6", "#17505a", corner=22)
    view.box((334, 130, 400, 286), "#37a0a6", "#17505a", corner=22)
    view.box((50, 196, 350, 276), "#45b2b6", "#226e76", corner=12)
    view.soft(200, 246, 120, 24, "#06292e", 0.7)
    view.bent([(258, 232), (306, 228), (316, 186), (300, 160)], 20, "#d87316")
    view.curve([(140, 240), (148, 170), (200, 134), (252, 170), (262, 240), (200, 254)],
               "#f79a33", "#c9630f")  # fmt: skip
    view.curve([(172, 246), (180, 178), (200, 168), (220, 178), (228, 246)], "#fff0d8", "#eccd9f")
    for side in (-1, 1):
        ear = view.placed(200, 100, facing=side)
        ear.polygon([(16, -40), (64, -84), (62, -4)], "#e88322", "#b9590c")
        ear.polygon([(32, -42), (56, -66), (54, -22)], "#f7b8a4", "#d98872")
    view.oval(200, 102, 68, 56, "#fba63f", "#d06a12")
    view.oval(200, 128, 32, 22, "#fff2de")
    for side in (-1, 1):
        half = view.placed(200, 100, facing=side)
        half.oval(27, -6, 15, 15, "#d9f05a")
        half.oval(27, -6, 6, 14, "#15150f")
        half.line([(34, 24), (84, 16)], 2, "#fff6e6")
        half.line([(34, 30), (84, 34)], 2, "#fff6e6")
        half.bent([(0, 28), (9, 34), (18, 29)], 3, "#7a3d16")
        half.line([(22, -50), (20, -32)], 6, "#b9590c")
    view.polygon([(190, 114), (210, 114), (200, 125)], "#e0607a")
    return view


def plate_of_kimbap() -> Canvas:
    """Six slices of kimbap on a white plate, seen from above."""
    view = landscape()
    view.wash(0, 300, "#a4622f", "#7c4520")
    for y in (58, 122, 190, 250):
        view.line([(0, y), (400, y + 6)], 2, "#5e3113")
    view.oval(206, 159, 178, 139, "#5e3113")
    view.oval(200, 150, 176, 140, "#ffffff", "#cfd3d9")
    view.oval(200, 150, 146, 114, "#f7f7f5", "#e6e8ea")
    for row, y in enumerate((102, 198)):
        for column in range(3):
            _kimbap(view.placed(110 + column * 90 + (row * 2 - 1) * 2, y))
    return view


def _kimbap(roll: Canvas) -> None:
    """One slice: seaweed around rice around carrot, spinach, egg and radish."""
    roll.soft(4, 6, 52, 52, "#333333", 0.7)
    roll.oval(0, 0, 41, 43, "#1c2a1e")
    roll.oval(0, 0, 34, 36, "#ffffff", "#e3dfd2")
    roll.oval(-9, -9, 11, 10, "#ff8a2a", "#d9600c")
    roll.oval(10, -7, 11, 11, "#3f9a36", "#1d5f1c")
    roll.oval(-7, 11, 11, 10, "#ffe04a", "#e0ac12")
    roll.oval(12, 12, 9, 9, "#e8607a", "#b53050")


def watermelon() -> Canvas:
    """Half a slice of watermelon on a turquoise table."""
    view = landscape()
    view.wash(0, 300, "#6fd8d2", "#2c9c9f")
    view.soft(206, 150, 210, 140, "#0b4a4c", 0.7)
    for radius, colour in ((176, "#1f6b2c"), (166, "#63b04d"), (154, "#f1f6cf"), (144, "#ea2f45")):
        view.slice(200, 84, radius, (0, 180), colour)
    view.soft(200, 110, 120, 60, "#ff8c8c", 0.5)
    for x, y in ((110, 110), (150, 150), (200, 118), (250, 152), (292, 110), (200, 186), (158, 104),
                 (244, 104)):  # fmt: skip
        view.oval(x, y, 6, 9, "#1a0c0c")
    view.box((24, 74, 376, 86), "#ff6f74", "#e8384a")
    return view


def ice_cream() -> Canvas:
    """Three scoops in a cone, held up against a pink wall."""
    view = upright()
    view.wash(0, 400, "#ffe3ee", "#f29ab8")
    view.polygon([(88, 196), (212, 196), (152, 392)], "#eab464", "#b5742a")
    for step in range(1, 6):
        view.line([(88 + step * 20, 200), (120 + step * 8, 296 + step * 8)], 2, "#8f5618")
        view.line([(212 - step * 20, 200), (184 - step * 8, 296 + step * 8)], 2, "#8f5618")
    view.oval(108, 150, 60, 56, "#fff6de", "#e0c48c")
    view.oval(194, 150, 60, 56, "#9a5a34", "#4a2410")
    view.oval(150, 84, 62, 58, "#9be8c0", "#3f9c74")
    view.box((80, 184, 220, 206), "#f5c678", "#c98a3a", corner=10)
    view.oval(152, 26, 18, 18, "#f0243c", "#90091c")
    view.bent([(156, 14), (166, 2), (182, -4)], 3, "#3c6b22")
    return view


def sunflower() -> Canvas:
    """One sunflower filling the frame against a dark hedge."""
    view = landscape()
    view.wash(0, 300, "#254f36", "#0f2b1d")
    view.line([(236, 170), (214, 310)], 16, "#5b9a36")
    view.curve([(214, 272), (150, 236), (80, 262), (130, 292)], "#6fb544", "#2f6a22")
    for turn in range(18):
        _petal(view, turn * 20 + 10, 142, "#f0a516")
    for turn in range(18):
        _petal(view, turn * 20, 124, "#ffd42e")
    view.oval(238, 136, 66, 66, "#8a4f1d", "#3a1a06")
    view.oval(238, 136, 34, 34, "#5a2e10", "#2a1204")
    return view


def _petal(view: Canvas, degrees: float, length: float, colour: str) -> None:
    """A petal from the middle of the flower outwards."""
    view.slice(238, 136, length, (degrees - 7, degrees + 7), colour)


def bright_window() -> Canvas:
    """A dim room with one bright window, curtains and a plant: hard for any exposure."""
    view = landscape()
    view.wash(0, 236, "#74604e", "#5c4938")
    view.wash(232, 300, "#573822", "#38220f")
    view.polygon([(120, 240), (290, 240), (330, 300), (70, 300)], "#b98a52", "#7f5a30")
    view.box((106, 22, 294, 206), "#efe6d6", "#cfc2ac")
    view.box((116, 32, 284, 196), "#bfe3fa", "#f3fbf2")
    view.curve([(116, 150), (150, 120), (200, 136), (240, 112), (284, 140), (284, 196), (116, 196)],
               "#8cc870", "#5da04a")  # fmt: skip
    view.oval(250, 66, 18, 18, "#fffbe0")
    view.box((195, 32, 205, 196), "#efe6d6", "#cfc2ac")
    view.box((116, 108, 284, 117), "#efe6d6", "#cfc2ac")
    for side in (-1, 1):
        drape = view.placed(200, 0, facing=side)
        drape.curve([(72, 10), (148, 10), (142, 120), (152, 248), (96, 248), (104, 120)],
                    "#b8453c", "#6d201d")  # fmt: skip
        drape.line([(122, 20), (122, 240)], 5, "#8a2f2a")
    view.line([(34, 8), (366, 8)], 8, "#3a2614")
    view.box((176, 206, 224, 246), "#c9683a", "#803616", corner=4)
    for x, y in ((156, 160), (180, 140), (206, 138), (236, 156), (246, 182), (152, 184)):
        view.bent([(200, 208), ((x + 200) / 2, y + 14), (x, y)], 10, "#20401c")
    return view
