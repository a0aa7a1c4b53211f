"""People, drawn and nobody's likeness: a child at the candles, a grandmother, two old prints."""

from __future__ import annotations

from wizard.teaching.practice.canvas import Canvas, landscape, upright


def blowing_candles(eyes_open: bool, lean: float, breath: float) -> Canvas:
    """A child in a party hat behind a cake; `lean` moves the head, `breath` rounds the mouth."""
    view = landscape()
    view.wash(0, 300, "#4a2f6b", "#8a4f72")
    for x, y, colour in ((44, 70, "#2f9ae0"), (356, 62, "#37b56a"), (20, 160, "#e8b830")):
        view.oval(x, y, 34, 42, colour, "#1c2340")
    view.box((116, 190, 284, 320), "#2fa0c8", "#1d6a94", corner=30)
    _child(view.placed(200 + lean, 122 + lean * 0.4), eyes_open, breath)
    _cake(view.placed(200, 252))
    return view


def _child(head: Canvas, eyes_open: bool, breath: float) -> None:
    """The head around its middle: hair, hat, eyes, cheeks, mouth."""
    head.oval(0, -4, 84, 82, "#3a2212", "#1c0e06")
    head.oval(0, 12, 74, 74, "#f2bf94", "#cf8d5f")
    head.curve([(-70, -10), (-50, -60), (0, -74), (50, -60), (70, -10), (30, -36), (-30, -36)],
               "#3a2212")  # fmt: skip
    head.polygon([(-40, -62), (40, -62), (4, -128)], "#ffd83a", "#e0433f")
    for side in (-1, 1):
        half = head.placed(0, 0, facing=side)
        half.soft(42, 38, 24, 20, "#f0606a", 0.6)
        half.bent([(16, -16), (30, -22), (44, -16)], 4, "#3a2212")
        if eyes_open:
            half.oval(30, 4, 15, 14, "#ffffff")
            half.oval(29, 6, 9, 10, "#1d120c")
        else:
            half.bent([(16, 6), (30, 12), (44, 6)], 5, "#1d120c")
    head.oval(0, 48, 10 + breath * 3, 9 + breath * 4, "#8a1f2a")


def _cake(cake: Canvas) -> None:
    """A cream cake with five burning candles around (0, 0)."""
    cake.soft(0, -30, 190, 60, "#ffd98a", 0.45)
    for x in (-92, -46, 0, 46, 92):
        cake.box((x - 5, -52, x + 5, -6), "#ffffff", "#5fc0f0")
        cake.soft(x, -62, 20, 26, "#ffe9a0", 0.8)
        cake.curve([(x, -80), (x + 8, -62), (x, -52), (x - 8, -62)], "#fff1a0", "#ff9d2a")
    cake.box((-140, -10, 140, 70), "#fff4e2", "#e8c9a4", corner=10)
    for x in range(-130, 150, 26):
        cake.oval(x, -2, 15, 14, "#ff8fae", "#e0557f")


def grandmother(smile: float, brow: float, turn: float) -> Canvas:
    """A portrait in a hanbok; smile and brow from 0 to 1, `turn` moves the face a little."""
    view = upright()
    view.wash(0, 400, "#8fa89a", "#5b7468")
    view.soft(150, 130, 150, 160, "#d6e2d2", 0.7)
    _hanbok(view)
    view.oval(150, 44, 38, 30, "#b9bcc2", "#7c8088")
    view.box((96, 34, 204, 42), "#1f7a5a", "#0f4a36", corner=3)
    view.oval(150, 128, 88, 92, "#d3d6da", "#8b8f97")
    view.oval(150 + turn, 144, 74, 84, "#f4cfac", "#cf9a70")
    view.curve([(80, 130), (100, 72), (150, 58), (200, 72), (220, 130), (182, 88), (150, 78),
                (118, 88)], "#c9ccd2", "#a2a6ad")  # fmt: skip
    _old_face(view.placed(150 + turn * 1.5, 146), smile, brow)
    return view


def _hanbok(view: Canvas) -> None:
    """A jade jacket with crossed white collar and a long red ribbon, over a red skirt."""
    view.curve([(-10, 420), (10, 290), (90, 240), (210, 240), (290, 290), (310, 420)],
               "#f3d34a", "#c79a1c")  # fmt: skip
    view.polygon([(0, 400), (40, 346), (260, 346), (300, 400)], "#c2203c", "#8a1028")
    view.polygon([(118, 210), (182, 210), (176, 262), (124, 262)], "#e0b088")
    view.line([(104, 238), (166, 312)], 20, "#ffffff")
    view.line([(196, 238), (134, 318)], 20, "#ffffff")
    view.line([(104, 236), (160, 304)], 6, "#c2203c")
    view.line([(148, 304), (120, 396)], 15, "#c2203c")
    view.line([(148, 304), (172, 392)], 15, "#a5162f")
    view.curve([(148, 304), (184, 284), (206, 300), (184, 316)], "#d8304a", "#a5162f")


def _old_face(face: Canvas, smile: float, brow: float) -> None:
    """Kind eyes, laugh lines and a mouth that smiles more or less, around (0, 0)."""
    for side in (-1, 1):
        half = face.placed(0, 0, facing=side)
        half.soft(42, 28, 26, 20, "#e07a70", 0.55)
        half.bent([(14, -37 - brow * 6), (33, -41 - brow * 6), (51, -32 - brow * 3)], 4, "#a39a92")
        half.oval(32, -10, 13, 7 + brow * 2 - smile * 2, "#fffaf2")
        half.oval(32, -10, 7, 7 + brow * 2 - smile * 2, "#22150e")
        half.bent([(17, -14), (32, -20), (48, -12)], 4, "#3a261a")
        half.bent([(52, -6), (62, -2)], 2, "#b3805a")
        half.bent([(22, 16), (36, 32), (34 + smile * 4, 46)], 2.4, "#b8855e")
    face.bent([(-4, -6), (-9, 18), (6, 20)], 3.4, "#b8855e")
    depth = smile * 13
    face.curve([(-26 - smile * 6, 42 - smile * 3), (0, 44 + depth * 0.2),
                (26 + smile * 6, 42 - smile * 3), (0, 49 + depth)], "#b02a3a")  # fmt: skip


def wedding_print() -> Canvas:
    """An old brown print of a bride and groom in a garden arch."""
    view = upright()
    view.wash(0, 320, "#d8bf94", "#b5966a")
    view.wash(316, 400, "#8a6d48", "#5f4528")
    for x, y in ((26, 150), (30, 90), (66, 40), (150, 18), (234, 40), (270, 90), (274, 150)):
        view.oval(x, y, 34, 32, "#8d744c", "#4a361c")
    for x in (22, 278):
        view.box((x - 14, 150, x + 14, 330), "#7d633d", "#4a361c")
    view.soft(150, 388, 150, 18, "#2a1a0a", 0.7)
    _groom(view.placed(98, 90))
    _bride(view.placed(196, 104))
    return view


def _groom(man: Canvas) -> None:
    """A man in a black suit around his head."""
    man.box((-30, 150, -3, 296), "#2a2018", "#1a120c")
    man.box((3, 150, 30, 296), "#2a2018", "#1a120c")
    man.curve([(-44, 60), (-16, 34), (16, 34), (44, 60), (44, 190), (-44, 190)],
              "#33271c", "#1d150e")  # fmt: skip
    man.polygon([(-13, 36), (13, 36), (0, 96)], "#f4ead2")
    man.polygon([(-4, 48), (4, 48), (5, 78), (-5, 78)], "#2a2018")
    man.oval(0, 4, 25, 31, "#e2c49a", "#a88558")
    man.curve([(-27, -2), (-20, -30), (0, -36), (20, -30), (27, -2), (14, -16), (-14, -16)],
              "#1d150e")  # fmt: skip


def _bride(woman: Canvas) -> None:
    """A woman in a white gown with a veil and flowers, around her head."""
    woman.curve([(-28, -8), (0, -36), (28, -8), (52, 140), (66, 280), (-30, 280), (-42, 120)],
                "#fbf3df", "#d8c7a0")  # fmt: skip
    woman.curve([(-24, 46), (24, 46), (26, 120), (72, 292), (-58, 292), (-26, 120)],
                "#fffaf0", "#e6d8b8")  # fmt: skip
    woman.oval(0, 6, 22, 28, "#e8cca4", "#b08c60")
    woman.curve([(-24, 4), (-16, -22), (0, -28), (16, -22), (24, 4), (10, -12), (-10, -12)],
                "#3a2816")  # fmt: skip
    for x, y in ((-12, 126), (8, 122), (-2, 140), (14, 138)):
        woman.oval(x, y, 13, 12, "#9a7a50", "#5a4020")


def old_car_print() -> Canvas:
    """A grey print of a round old car before a wall."""
    view = landscape()
    view.wash(0, 200, "#e8e6e0", "#c9c6be")
    view.box((0, 0, 60, 214), "#8f8c86", "#76736d")
    view.wash(212, 300, "#8a8781", "#5d5a55")
    view.soft(200, 262, 200, 18, "#141312", 0.85)
    view.curve([(84, 150), (112, 82), (176, 60), (246, 66), (292, 140), (290, 170), (84, 170)],
               "#3a3937", "#242322")  # fmt: skip
    view.polygon([(112, 142), (132, 96), (180, 82), (180, 142)], "#dcdad4", "#b0ada6")
    view.polygon([(194, 82), (238, 86), (264, 142), (194, 142)], "#dcdad4", "#b0ada6")
    view.curve([(12, 226), (20, 160), (80, 140), (300, 136), (372, 152), (392, 226), (200, 238)],
               "#4a4846", "#1d1c1b")  # fmt: skip
    for x in (100, 306):
        view.slice(x, 232, 60, (180, 360), "#2b2a29")
        view.oval(x, 234, 42, 42, "#0f0f0f")
        view.oval(x, 234, 22, 22, "#f0eee8", "#9a978f")
    view.oval(378, 180, 14, 16, "#ffffff", "#b5b2aa")
    view.line([(14, 206), (386, 206)], 4, "#b5b2aa")
    return view
