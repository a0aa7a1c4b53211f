"""What a family photographs outdoors: land, water and sky, one subject filling each frame."""

from __future__ import annotations

from itertools import pairwise

from wizard.teaching.practice.canvas import Canvas, landscape


def house() -> Canvas:
    """A cream house with a red roof on a lawn."""
    view = landscape()
    view.wash(0, 230, "#6db3ea", "#d9eefa")
    view.wash(225, 300, "#7cba4c", "#4a8a30")
    view.soft(200, 262, 190, 26, "#1f3a14", 0.6)
    view.box((268, 22, 302, 100), "#b35a45", "#8a3d2e")
    view.box((70, 115, 330, 262), "#fff3d6", "#e8d3a4")
    view.polygon([(30, 128), (200, 18), (370, 128)], "#d8432f", "#9c241b")
    view.polygon([(70, 128), (330, 128), (330, 140), (70, 140)], "#c9b284", "#f2e2bb")
    view.box((176, 172, 226, 262), "#5b3420", "#43240f", corner=3)
    view.oval(217, 220, 4, 4, "#f0c850")
    for left in (92, 252):
        view.box((left, 160, left + 58, 216), "#ffffff")
        view.box((left + 5, 165, left + 53, 211), "#2f6ea5", "#7fb7dd")
        view.box((left + 26, 160, left + 32, 216), "#ffffff")
        view.box((left, 185, left + 58, 190), "#ffffff")
    view.polygon([(176, 262), (226, 262), (270, 300), (130, 300)], "#d5c8b0", "#b5a68c")
    return view


def tree_by_a_lake() -> Canvas:
    """One big round tree on the shore, its picture in the water."""
    view = landscape()
    view.wash(0, 170, "#f8d98c", "#fdf3d4")
    view.curve([(-20, 175), (60, 120), (150, 150), (250, 105), (340, 140), (430, 120), (430, 200),
                (-20, 200)], "#8fa8b8", "#b9c9cf")  # fmt: skip
    view.wash(172, 300, "#3f86b5", "#1d4f7c")
    for y, left, right in ((190, 240, 380), (215, 260, 395), (245, 230, 390), (275, 290, 399)):
        view.line([(left, y), (right, y)], 3, "#8cc3de")
    view.oval(110, 252, 84, 46, "#1f4a3c", "#174059")
    view.curve([(-30, 168), (60, 172), (190, 178), (215, 190), (120, 202), (-30, 215)],
               "#79a93c", "#41681f")  # fmt: skip
    view.polygon([(98, 90), (124, 90), (136, 192), (84, 192)], "#6b4526", "#3d2513")
    for x, y, r in ((60, 92, 46), (160, 92, 48), (110, 56, 56), (84, 122, 36), (140, 124, 36)):
        view.oval(x, y, r, r * 0.9, "#5fae3a", "#1d5a1f")
    return view


def mountains() -> Canvas:
    """Three snow-capped peaks over a dark forest."""
    view = landscape()
    view.wash(0, 230, "#2f6fc4", "#bfe0f7")
    peaks = ((85, 95, 130, 52), (320, 80, 130, 55), (205, 30, 160, 72))
    for x, y, half, snow in peaks:
        slope = (260 - y) / half
        view.polygon([(x, y), (x + half, 260), (x - half, 260)], "#7d8296", "#4b4d61")
        view.polygon([(x, y), (x + half, 260), (x + half * 0.2, 260)], "#51546a", "#353749")
        foot = snow / slope
        view.polygon([(x, y), (x + foot, y + snow), (x + foot * 0.4, y + snow * 0.72),
                      (x, y + snow * 1.15), (x - foot * 0.45, y + snow * 0.75),
                      (x - foot, y + snow)], "#ffffff", "#dce8f5")  # fmt: skip
    view.wash(238, 300, "#2f6b39", "#173f22")
    for step in range(16):
        x, tall = step * 27 - 5, 42 + (step * 37) % 26
        view.polygon([(x, 272 - tall), (x + 17, 278), (x - 17, 278)], "#24592f", "#12351c")
    return view


def lighthouse() -> Canvas:
    """A red and white lighthouse on its rock at dusk."""
    view = landscape()
    view.wash(0, 215, "#27407f", "#f3a77c")
    view.polygon([(268, 62), (-10, 0), (-10, 120)], "#8f8fae", "#e2b99d")
    view.wash(208, 300, "#2a6a93", "#123a5a")
    for y, left in ((225, 20), (243, 60), (262, 10)):
        view.line([(left, y), (left + 90, y)], 3, "#86b7cf")
    view.curve([(150, 300), (190, 240), (240, 226), (320, 228), (400, 262), (420, 320),
                (140, 320)], "#6a5648", "#2c221d")  # fmt: skip
    for band in range(5):
        y, half = 78 + band * 32, 24 + band * 4
        colour = ("#d9322e", "#8e1a1c") if band % 2 == 0 else ("#ffffff", "#cfd3dc")
        view.polygon([(270 - half, y), (270 + half, y), (274 + half, y + 32),
                      (266 - half, y + 32)], *colour)  # fmt: skip
    view.box((252, 44, 288, 78), "#fff3b0", "#ffd95c")
    view.box((238, 74, 302, 83), "#2b2b33")
    view.polygon([(270, 16), (296, 46), (244, 46)], "#b52424", "#7c1416")
    view.soft(270, 61, 60, 46, "#fff6c8", 0.8)
    return view


def sailboat() -> Canvas:
    """A white-sailed boat, close by, on a green sea."""
    view = landscape()
    view.wash(0, 190, "#9bd3f0", "#eefaff")
    view.soft(80, 50, 80, 30, "#ffffff", 0.9)
    view.wash(186, 300, "#1f9c9c", "#0b5566")
    view.soft(205, 272, 190, 20, "#04303a", 0.6)
    view.line([(212, 12), (212, 228)], 6, "#5a3a22")
    view.polygon([(206, 20), (206, 205), (70, 205)], "#ffffff", "#d6dde6")
    view.polygon([(220, 38), (330, 205), (220, 205)], "#ff8b3d", "#d9541e")
    view.polygon([(56, 220), (362, 220), (312, 270), (104, 270)], "#7c2f1c", "#45150c")
    view.line([(58, 222), (360, 222)], 6, "#f4e4c8")
    for x in range(-10, 400, 60):
        view.bent([(x, 284), (x + 15, 279), (x + 30, 284)], 3, "#7fd0cf")
    return view


def sunset() -> Canvas:
    """The sun going down into the sea behind a palm tree."""
    view = landscape()
    view.wash(0, 110, "#5b3a86", "#d9567a")
    view.wash(110, 206, "#d9567a", "#ffb648")
    view.soft(240, 190, 230, 170, "#ffd76a", 0.75)
    view.oval(240, 178, 58, 58, "#fff2b0", "#ffc23d")
    view.wash(200, 300, "#b2566b", "#2f2350")
    for step, half in enumerate((54, 44, 60, 36, 48, 28)):
        y = 208 + step * 15
        view.line([(240 - half, y), (240 + half, y)], 6, "#ffcf70")
    view.curve([(-20, 300), (-20, 262), (60, 262), (130, 300)], "#1b1226")
    view.bent([(52, 280), (60, 200), (84, 130), (102, 84)], 11, "#1b1226")
    for x, y in ((30, 60), (46, 118), (150, 36), (178, 96), (136, 138), (84, 28)):
        middle = ((x + 102) / 2, (y + 84) / 2 - 20)
        view.curve([(102, 84), middle, (x, y), (middle[0] + 4, middle[1] + 18)], "#1b1226")
    return view


def beach_umbrella() -> Canvas:
    """A striped umbrella stuck in the sand, with a ball beside it."""
    view = landscape()
    view.wash(0, 110, "#4aa8e8", "#c4e8fb")
    view.wash(106, 175, "#137fb0", "#44c1c9")
    view.wash(168, 300, "#f8e3ae", "#dcb978")
    view.soft(250, 268, 150, 26, "#8a6a35", 0.7)
    view.line([(178, 60), (214, 262)], 8, "#f4f0e6")
    ribs = [(20, 150), (70, 160), (120, 158), (180, 148), (236, 132), (288, 110), (330, 82)]
    for number, (start, end) in enumerate(pairwise(ribs)):
        colour = ("#e2302f", "#a5181f") if number % 2 == 0 else ("#ffffff", "#d9dce6")
        bulge = ((start[0] + 160) / 2 - 12, (start[1] + 18) / 2 - 14)
        across = ((end[0] + 160) / 2 + 6, (end[1] + 18) / 2 - 14)
        view.polygon([(160, 18), bulge, start, end, across], *colour)
    view.oval(160, 17, 6, 6, "#a5181f")
    view.oval(316, 240, 34, 34, "#ffdf3f", "#d98b14")
    view.slice(316, 240, 34, (40, 100), "#2a62c9")
    view.slice(316, 240, 34, (200, 260), "#2a62c9")
    return view


def hot_air_balloon() -> Canvas:
    """A striped balloon high over green hills."""
    view = landscape()
    view.wash(0, 300, "#4f8fe0", "#f4f1da")
    view.curve([(-30, 260), (80, 226), (190, 262), (300, 232), (430, 262), (430, 340), (-30, 340)],
               "#5f9f52", "#2f6a35")  # fmt: skip
    view.line([(116, 172), (140, 224)], 3, "#54371f")
    view.line([(184, 172), (160, 224)], 3, "#54371f")
    stripes = (("#e3342f", 112), ("#ffd23f", 84), ("#e3342f", 56), ("#ffd23f", 26))
    for colour, half in stripes:
        view.curve([(150 - half, 100), (150 - half * 0.7, 28), (150, 4), (150 + half * 0.7, 28),
                    (150 + half, 100), (150 + half * 0.62, 164), (150 + half * 0.2, 192),
                    (150 - half * 0.2, 192), (150 - half * 0.62, 164)], colour)  # fmt: skip
    view.soft(216, 130, 70, 90, "#5a1010", 0.35)
    view.box((132, 218, 168, 250), "#a8702f", "#5e3712", corner=4)
    return view


def snowman() -> Canvas:
    """A snowman with a black hat, a carrot and a red scarf."""
    view = landscape()
    view.wash(0, 220, "#2d4f96", "#8fb7e6")
    for x, tall in ((20, 130), (80, 96), (330, 104), (385, 140)):
        view.polygon([(x, 215 - tall), (x + 42, 225), (x - 42, 225)], "#1f5a4a", "#123a33")
    view.wash(215, 300, "#ffffff", "#c5d7ee")
    view.soft(215, 288, 150, 22, "#4a6694", 0.7)
    view.oval(200, 222, 82, 74, "#ffffff", "#a9bfdf")
    view.oval(200, 118, 55, 52, "#ffffff", "#a9bfdf")
    view.box((162, 18, 238, 72), "#2b2b35", "#0d0d12", corner=3)
    view.box((138, 66, 262, 80), "#15151b", corner=5)
    view.box((162, 56, 238, 66), "#d3342f")
    for x in (180, 222):
        view.oval(x, 106, 7, 7, "#111118")
    view.polygon([(198, 116), (198, 132), (262, 130)], "#ff8a1f", "#d65f0a")
    view.bent([(152, 152), (200, 168), (248, 152)], 20, "#d3242c")
    view.line([(232, 164), (246, 222)], 18, "#b01b24")
    for y in (200, 226, 252):
        view.oval(196, y, 7, 7, "#111118")
    view.bent([(124, 204), (80, 176), (50, 148)], 7, "#5a3a20")
    view.bent([(276, 204), (322, 178), (346, 144)], 7, "#5a3a20")
    return view


def temple() -> Canvas:
    """A temple hall with a curved roof and red pillars, on stone steps."""
    view = landscape()
    view.wash(0, 300, "#d8ecd9", "#f8f4e2")
    view.curve([(-30, 200), (40, 110), (120, 150), (290, 140), (370, 96), (430, 190), (430, 250),
                (-30, 250)], "#8fb592", "#bcd3b4")  # fmt: skip
    view.wash(250, 300, "#c9bfa8", "#9a8f78")
    view.box((48, 226, 352, 258), "#b8b0a2", "#827a6c")
    view.box((72, 140, 328, 228), "#4a2b1c", "#2a170e")
    for x in (72, 134, 196, 258, 314):
        view.box((x - 2, 138, x + 16, 228), "#d0392b", "#8d2018")
    view.box((60, 124, 340, 144), "#1f8a70", "#12604f")
    view.curve([(4, 112), (70, 92), (110, 46), (200, 40), (290, 46), (330, 92), (396, 112),
                (372, 134), (300, 126), (200, 122), (100, 126), (28, 134)],
               "#3a4450", "#1b222b")  # fmt: skip
    view.box((104, 34, 296, 48), "#596573", "#2d3640", corner=5)
    view.polygon([(160, 258), (240, 258), (262, 300), (138, 300)], "#e0d8c6", "#b5ab96")
    return view
