"""What is opened with a double click: one file for each system, which finds a Python and hands over to start.py.

A Python that the kit has a program for comes first; without one any Python says what is missing.
"""

from __future__ import annotations

from wizard.teaching.kit.targets import PYTHONS

SH = """#!/bin/sh
# Starts Before You Delete. Words after it go to the program:  sh start.sh scan FOLDER
here=$(cd "$(dirname "$0")" && pwd) || exit 1
PYTHONUTF8=1 PYTHONSAFEPATH=1 PYTHONNOUSERSITE=1 PYTHONDONTWRITEBYTECODE=1
export PYTHONUTF8 PYTHONSAFEPATH PYTHONNOUSERSITE PYTHONDONTWRITEBYTECODE
if ! [ -t 0 ] && [ $# -eq 0 ] && [ -n "$DISPLAY$WAYLAND_DISPLAY" ] \\
  && command -v x-terminal-emulator >/dev/null 2>&1; then
  exec x-terminal-emulator -e sh "$here/start.sh"
fi
# A window of 100 columns and larger letters, where that can be asked for.
if [ -t 1 ] && [ $# -eq 0 ]; then
  case $TERM in xterm*) printf '\\033[8;32;100t' ;; esac
  [ "$TERM_PROGRAM" = Apple_Terminal ] && osascript \\
    -e 'tell application "Terminal" to set font size of front window to 16' >/dev/null 2>&1
fi
first=
for python in python3 PYTHONS; do
  "$python" -c '' 2>/dev/null || continue
  first=${first:-$python}
  "$python" "$here/programs/start.py" --fits 2>/dev/null && exec "$python" "$here/programs/start.py" "$@"
done
[ -n "$first" ] && exec "$first" "$here/programs/start.py" "$@"
cat "$here/programs/no-python.txt" >&2
exit 1
""".replace("PYTHONS;", " ".join(f"python{each}" for each in reversed(PYTHONS)) + ";")

CMD = r"""@echo off
rem Starts Before You Delete. Words after it go to the program:  start.cmd scan FOLDER
setlocal
chcp 65001 >nul
set "HERE=%~dp0"
set PYTHONUTF8=1
set PYTHONSAFEPATH=1
set PYTHONNOUSERSITE=1
set PYTHONDONTWRITEBYTECODE=1
rem A Python that is missing is never fetched from the internet.
set PYTHON_MANAGER_AUTOMATIC_INSTALL=false
if "%~1"=="" mode con: cols=100 lines=32 >nul 2>nul
rem The Python of the kit reads no variables: it is told by -X utf8 and -B.
set RUN="%HERE%programs\python-for-windows\python.exe" -X utf8 -B
if exist "%HERE%programs\python-for-windows\python.exe" goto run
for %%v in (PYTHONS) do (
  set RUN=py -%%v
  py -%%v "%HERE%programs\start.py" --fits >nul 2>nul && goto run
)
set RUN=python
python "%HERE%programs\start.py" --fits >nul 2>nul && goto run
rem No Python that the kit has a program for: any other one says so.
set RUN=py -3
py -3 -c "" >nul 2>nul && goto run
set RUN=python
python -c "" >nul 2>nul && goto run
type "%HERE%programs\no-python.txt" 1>&2
cmd /c exit 1
goto end
:run
%RUN% "%HERE%programs\start.py" %*
:end
set code=%ERRORLEVEL%
if "%~1"=="" if not "%code%"=="0" pause
exit /b %code%
""".replace("(PYTHONS)", "(" + " ".join(reversed(PYTHONS)) + ")")


def launchers() -> dict[str, str]:
    """Name and text. Windows wants its own line ends."""
    return {"start.sh": SH, "start.command": SH, "start.cmd": CMD.replace("\n", "\r\n")}
