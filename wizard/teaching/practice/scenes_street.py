"""What a family photographs in the street, the park and the hall: wheels, a goal, a gown, a dog."""

from __future__ import annotations

from math import cos, pi, sin

from wizard.teaching.practice.canvas import Canvas, landscape, upright


def bicycle() -> Canvas:
    """A red bicycle leaning against a pale yellow wall."""
    view = landscape()
    view.wash(0, 240, "#ffeaa6", "#f3d27c")
    view.wash(238, 300, "#a99a8a", "#7c6f62")
    view.soft(200, 272, 200, 18, "#2a2018", 0.7)
    for x in (96, 306):
        view.ring(x, 196, 80, 12, "#1c1c20")
        for turn in range(6):
            dx, dy = 70 * cos(turn * pi / 6), 70 * sin(turn * pi / 6)
            view.line([(x - dx, 196 - dy), (x + dx, 196 - dy * -1)], 1.2, "#8d8d96")
        view.oval(x, 196, 8, 8, "#3a3a42")
    red = "#cf1f2a"
    for frame in ([(96, 196), (146, 100), (272, 100), (186, 200), (96, 196)],
                  [(130, 74), (186, 200)], [(262, 66), (306, 196)]):  # fmt: skip
        view.line(frame, 10, red)
    view.ring(186, 200, 22, 6, "#2a2a30")
    view.line([(172, 226), (204, 174)], 6, "#2a2a30")
    view.curve([(96, 62), (130, 58), (164, 66), (156, 78), (108, 80)], "#3a2114")
    view.bent([(262, 66), (262, 48), (292, 42), (312, 56)], 9, "#222228")
    return view


def bus() -> Canvas:
    """A yellow bus from the side, two doors, big windows."""
    view = landscape()
    view.wash(0, 220, "#b9c4cf", "#e9eef2")
    for left, top, shade in ((0, 10, "#8d98a8"), (86, 0, "#a2adba"), (300, 6, "#8793a3")):
        view.box((left, top, left + 70, 226), shade, "#b8c2cc")
    view.wash(222, 300, "#5d6066", "#3a3c41")
    view.soft(200, 264, 210, 20, "#101114", 0.8)
    view.box((14, 56, 386, 250), "#ffc928", "#e39a0c", corner=20)
    view.box((14, 186, 386, 202), "#2b2b30")
    for left in (30, 92, 212, 274):
        view.box((left, 80, left + 54, 150), "#1f3b57", "#5f8db5", corner=5)
    view.box((154, 80, 202, 246), "#26435e", "#6896bb", corner=4)
    view.line([(178, 82), (178, 244)], 4, "#e39a0c")
    view.box((336, 76, 382, 160), "#1f3b57", "#7fb0d6", corner=8)
    view.box((372, 206, 388, 222), "#fff7cf", corner=4)
    for x in (88, 304):
        view.oval(x, 250, 36, 36, "#19191c")
        view.oval(x, 250, 17, 17, "#d5d8dc", "#7c8087")
    return view


def football_at_the_goal() -> Canvas:
    """A football close up on the grass, the goal behind it."""
    view = landscape()
    view.wash(0, 120, "#3c78b8", "#9cc8e8")
    view.wash(112, 300, "#4fa53c", "#1f6a20")
    for top in (150, 220):
        view.wash(top, top + 32, "#5fb84a", "#3f9433")
    for x in range(60, 350, 24):
        view.line([(x, 34), (x, 148)], 1.6, "#dfe9f2")
    for y in range(52, 150, 20):
        view.line([(44, y), (356, y)], 1.6, "#dfe9f2")
    view.line([(40, 160), (40, 26), (360, 26), (360, 160)], 11, "#ffffff")
    view.soft(212, 270, 110, 20, "#0c2a0a", 0.85)
    _football(view.placed(200, 196), 84)
    return view


def _football(ball: Canvas, radius: float) -> None:
    """A white ball with black patches around a black pentagon."""
    ball.oval(0, 0, radius, radius, "#ffffff", "#a9b0b8")
    corners = [(-pi / 2 + turn * 2 * pi / 5) for turn in range(5)]
    near = [(cos(a) * radius * 0.36, sin(a) * radius * 0.36) for a in corners]
    for angle, (x, y) in zip(corners, near, strict=True):
        ball.line([(x, y), (cos(angle) * radius * 0.7, sin(angle) * radius * 0.7)], 3, "#2a2d33")
        patch = [(0.70, 0.0), (0.86, 0.26), (0.985, 0.2), (0.985, -0.2), (0.86, -0.26)]
        ball.polygon([(cos(angle + da) * r * radius, sin(angle + da) * r * radius)
                      for r, da in patch], "#191b20")  # fmt: skip
    ball.polygon(near, "#191b20", "#2c2f36")


def gown() -> Canvas:
    """A girl in a wide pink quinceañera dress and a tiara, holding white flowers."""
    view = upright()
    view.wash(0, 330, "#3c2a52", "#7d5a86")
    view.wash(326, 400, "#d8c6b2", "#a58f7c")
    for x, y, r in ((40, 60, 34), (262, 84, 40), (60, 190, 26), (250, 200, 24)):
        view.soft(x, y, r, r, "#ffd9a0", 0.7)
    view.soft(150, 384, 160, 20, "#2c1a20", 0.7)
    view.curve([(106, 34), (150, 14), (194, 34), (204, 120), (186, 150), (114, 150), (96, 120)],
               "#3a2014", "#1c0d08")  # fmt: skip
    for side in (-1, 1):
        arm = view.placed(150, 0, facing=side)
        arm.bent([(36, 132), (66, 172), (50, 206), (12, 214)], 17, "#b97a52")
    view.curve([(114, 196), (60, 262), (12, 376), (70, 392), (150, 396), (230, 392), (288, 376),
                (240, 262), (186, 196)], "#ff9ec4", "#e0508f")  # fmt: skip
    for y, half in ((268, 86), (318, 112), (364, 132)):
        for step in range(-3, 4):
            view.oval(150 + step * half / 3, y, half / 5, 11, "#ffd0e2", "#f07fb0")
    view.box((136, 100, 164, 140), "#b97a52")
    view.curve([(108, 134), (150, 150), (192, 134), (184, 204), (116, 204)], "#ff86b5", "#d8417f")
    view.oval(150, 76, 36, 42, "#d89a6c", "#a86a42")
    view.curve([(112, 70), (120, 40), (150, 34), (180, 40), (188, 70), (166, 50), (134, 50)],
               "#2a150c")  # fmt: skip
    _calm_face(view.placed(150, 78))
    view.polygon([(116, 42), (116, 18), (132, 32), (150, 6), (168, 32), (184, 18), (184, 42)],
                 "#fff2b0", "#e0b53c")  # fmt: skip
    for x, y in ((138, 210), (162, 210), (150, 200), (150, 220)):
        view.oval(x, y, 13, 13, "#ffffff", "#e6d6dc")
    return view


def _calm_face(face: Canvas) -> None:
    """Eyes, nose and a small smile around (0, 0)."""
    for side in (-1, 1):
        half = face.placed(0, 0, facing=side)
        half.oval(14, 0, 5, 4, "#2a150c")
        half.bent([(7, -9), (14, -12), (21, -9)], 2, "#2a150c")
    face.bent([(-9, 20), (0, 24), (9, 20)], 4, "#b0303c")


def running_dog(stride: float) -> Canvas:
    """A brown dog running over a meadow; `stride` from 0 to 1, fully stretched."""
    view = landscape()
    view.wash(0, 120, "#8fd0f2", "#dff3fb")
    view.curve([(-30, 130), (60, 84), (150, 112), (260, 78), (430, 122), (430, 200), (-30, 200)],
               "#4f9a58", "#7ab963")  # fmt: skip
    view.wash(140, 300, "#a8d45c", "#5f9c2c")
    view.soft(200, 268, 180, 18, "#23400c", 0.7)
    _dog(view.placed(196 + stride * 4, 152 - stride * 4), stride)
    return view


def _dog(dog: Canvas, stride: float) -> None:
    """The dog around its middle, galloping to the right with all four feet off the ground."""
    fore, hind = stride * 10, stride * 8
    far, coat, dark = "#6b3a18", "#b0672c", "#7d4219"
    dog.bent([(-84, 8), (-112, 46), (-122 - hind, 88)], 19, far)
    dog.bent([(80, 16), (112, 50), (120 + fore, 90)], 17, far)
    dog.bent([(-112, -18), (-150, -34 - stride * 6), (-178, -70)], 15, coat)
    dog.curve([(-124, -20), (-60, -46), (40, -44), (112, -40), (120, 8), (80, 42), (10, 24),
               (-60, 24), (-116, 34)], "#c87c3a", "#8a4a1c")  # fmt: skip
    dog.bent([(-98, 14), (-134, 38), (-176 - hind, 72 - hind)], 22, dark)
    dog.bent([(88, 20), (132, 32), (172 + fore, 66 - fore)], 19, dark)
    dog.line([(96, -30), (126, -58)], 46, coat)
    dog.oval(134, -72, 38, 34, "#cf8340", "#96531f")
    dog.curve([(142, -84), (180, -76), (186, -58), (166, -46), (136, -48)], "#cf8340", "#a9642c")
    dog.oval(182, -70, 9, 8, "#15100c")
    dog.oval(148, -80, 6, 6, "#15100c")
    dog.curve([(116, -100), (126, -84), (96, -70), (62, -84 - stride * 6), (80, -104)], "#5f3212")
    dog.bent([(160, -50), (156, -36), (144, -30)], 9, "#ee6f86")
    dog.line([(92, -36), (116, -22)], 9, "#d3242c")
