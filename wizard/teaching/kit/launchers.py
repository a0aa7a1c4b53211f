"""What is opened with a double click: one file for each system, which finds a Python and hands over to start.py."""

from __future__ import annotations

SH = """#!/bin/sh
# Starts Before You Delete. Words after it go to the program:  sh start.sh scan FOLDER
here=$(cd "$(dirname "$0")" && pwd) || exit 1
PYTHONUTF8=1 PYTHONSAFEPATH=1 PYTHONNOUSERSITE=1 PYTHONDONTWRITEBYTECODE=1
export PYTHONUTF8 PYTHONSAFEPATH PYTHONNOUSERSITE PYTHONDONTWRITEBYTECODE
if ! [ -t 0 ] && [ $# -eq 0 ] && [ -n "$DISPLAY$WAYLAND_DISPLAY" ] \\
  && command -v x-terminal-emulator >/dev/null 2>&1; then
  exec x-terminal-emulator -e sh "$here/start.sh"
fi
# A window of 100 columns, where that can be asked for.
[ -t 1 ] && case $#$TERM in 0xterm*) printf '\\033[8;32;100t' ;; esac
# The Python that the kit has a program for; else the first one, which says what is missing.
first=
for python in python3 python3.14 python3.13 python3.12 python3.11; do
  command -v "$python" >/dev/null 2>&1 || continue
  first=${first:-$python}
  tag=$("$python" -c 'import sys; sys.path.insert(0, sys.argv[1]); import start; print(start.tag())' \\
    "$here/programs" 2>/dev/null) || continue
  [ -d "$here/programs/$tag" ] && exec "$python" "$here/programs/start.py" "$@"
done
[ -n "$first" ] && exec "$first" "$here/programs/start.py" "$@"
cat "$here/programs/no-python.txt" >&2
exit 1
"""

CMD = r"""@echo off
rem Starts Before You Delete. Words after it go to the program:  start.cmd scan FOLDER
setlocal
chcp 65001 >nul
set "HERE=%~dp0"
set PYTHONUTF8=1
set PYTHONSAFEPATH=1
set PYTHONNOUSERSITE=1
set PYTHONDONTWRITEBYTECODE=1
if "%~1"=="" mode con: cols=100 lines=32 >nul 2>nul
if exist "%HERE%programs\python-for-windows\python.exe" (
  "%HERE%programs\python-for-windows\python.exe" "%HERE%programs\start.py" %*
  goto end
)
where py >nul 2>nul && (
  py -3 "%HERE%programs\start.py" %*
  goto end
)
where python >nul 2>nul && (
  python "%HERE%programs\start.py" %*
  goto end
)
type "%HERE%programs\no-python.txt" 1>&2
cmd /c exit 1
:end
set code=%ERRORLEVEL%
if "%~1"=="" if not "%code%"=="0" pause
exit /b %code%
"""


def launchers() -> dict[str, str]:
    """Name and text. Windows wants its own line ends."""
    return {"start.sh": SH, "start.command": SH, "start.cmd": CMD.replace("\n", "\r\n")}
