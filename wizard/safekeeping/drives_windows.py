"""Drives on Windows: the volume's disk extents name the physical drives it lies on."""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

IOCTL_VOLUME_GET_VOLUME_DISK_EXTENTS = 0x560000
"""winioctl.h"""
REMOVABLE, FIXED = 2, 3
"""GetDriveTypeW, fileapi.h"""
FILE_SHARE_READ_WRITE, OPEN_EXISTING = 3, 3
"""winnt.h, fileapi.h"""
EXTENTS_AT_MOST = 32
"""Parts of one volume on physical disks; of a volume with more we cannot tell."""
SEM_FAILCRITICALERRORS = 1
"""errhandlingapi.h. Without it Windows may ask in a window of its own to put a card into an empty reader."""

if sys.platform == "win32":
    from ctypes import wintypes

    kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel32.CreateFileW.restype = wintypes.HANDLE
    kernel32.CloseHandle.argtypes = [wintypes.HANDLE]
    kernel32.SetErrorMode(SEM_FAILCRITICALERRORS)

    def mounted() -> Iterator[tuple[Path, str]]:
        """Drive letters that can hold a backup, with their labels; the user's own folder stands for its drive."""
        home = Path.home()
        yield home, os.environ.get("COMPUTERNAME", home.drive)
        present = kernel32.GetLogicalDrives()
        for number in range(26):
            root = f"{chr(ord('A') + number)}:\\"
            if not present >> number & 1 or root[:2].lower() == home.drive.lower():
                continue
            if kernel32.GetDriveTypeW(root) in (REMOVABLE, FIXED):
                yield Path(root), _label(root)

    def physical_disks(path: Path) -> frozenset[str]:
        """Numbers of the physical drives that hold a folder; empty for network drives and what does not answer."""
        volume = "\\\\.\\" + path.resolve().drive
        handle = kernel32.CreateFileW(
            volume, 0, FILE_SHARE_READ_WRITE, None, OPEN_EXISTING, 0, None
        )
        if handle in (None, wintypes.HANDLE(-1).value):
            return frozenset()
        try:
            return _extents(handle)
        finally:
            kernel32.CloseHandle(handle)

    def file_system(path: Path) -> str:
        """Its kind, as this system calls it; empty when that cannot be told."""
        kind = ctypes.create_unicode_buffer(261)
        root = path.resolve().drive + "\\"
        kernel32.GetVolumeInformationW(root, None, 0, None, None, None, kind, len(kind))
        return kind.value

    def _extents(handle: int) -> frozenset[str]:
        """VOLUME_DISK_EXTENTS: a count, padding, then 24 bytes for each extent, its disk number first."""
        buffer = ctypes.create_string_buffer(8 + 24 * EXTENTS_AT_MOST)
        returned = wintypes.DWORD()
        answered = kernel32.DeviceIoControl(
            wintypes.HANDLE(handle),
            IOCTL_VOLUME_GET_VOLUME_DISK_EXTENTS,
            None,
            0,
            buffer,
            len(buffer),
            ctypes.byref(returned),
            None,
        )
        if not answered:
            return frozenset()
        (count,) = struct.unpack_from("<I", buffer)
        return frozenset(
            f"disk {struct.unpack_from('<I', buffer, 8 + 24 * number)[0]}"
            for number in range(count)
        )

    def _label(root: str) -> str:
        name = ctypes.create_unicode_buffer(261)
        kernel32.GetVolumeInformationW(root, name, len(name), None, None, None, None, 0)
        return f"{name.value} ({root[:2]})" if name.value else root[:2]
