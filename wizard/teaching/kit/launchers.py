"""What is opened with a double click: one file for each system, which finds a Python and hands over to start.py.

A Python that the kit has a program for comes first; without one any Python says what is missing.
"""

from __future__ import annotations

from collections.abc import Sequence

from wizard.teaching.kit.targets import PYTHONS

SH = """#!/bin/sh
# Starts Before You Delete. Words after it go to the program:  sh start.sh scan FOLDER
here=$(cd "$(dirname "$0")" && pwd) || exit 1
if ! [ -f "$here/programs/start.py" ]; then
cat >&2 <<'END'
NOT_WHOLE
END
exit 1
fi
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
if not exist "%HERE%programs\start.py" goto alone
set PYTHONUTF8=1
set PYTHONSAFEPATH=1
set PYTHONNOUSERSITE=1
set PYTHONDONTWRITEBYTECODE=1
rem A Python that is missing is never fetched from the internet.
set PYTHON_MANAGER_AUTOMATIC_INSTALL=false
if "%~1"=="" mode con: cols=100 lines=32 >nul 2>nul
set RUN=
rem The Python of the kit reads no variables: it is told by -X utf8 and -B.
set "OWN=%HERE%programs\python-for-windows\python.exe"
if exist "%OWN%" set RUN="%OWN%" -X utf8 -B
for %%v in (PYTHONS) do call :fits py -%%v
call :fits python
rem No Python that the kit has a program for: any other one says so.
call :starts py -3
call :starts python
if not defined RUN goto none
%RUN% "%HERE%programs\start.py" %*
goto end

:fits
if defined RUN exit /b
%* "%HERE%programs\start.py" --fits >nul 2>nul
if "%ERRORLEVEL%"=="0" set RUN=%*
exit /b

:starts
if defined RUN exit /b
%* -c "" >nul 2>nul
if "%ERRORLEVEL%"=="0" set RUN=%*
exit /b

:alone
NOT_WHOLE
cmd /c exit 1
goto end

:none
type "%HERE%programs\no-python.txt" 1>&2
cmd /c exit 1
:end
set code=%ERRORLEVEL%
if "%~1"=="" if not "%code%"=="0" pause
exit /b %code%
""".replace("(PYTHONS)", "(" + " ".join(reversed(PYTHONS)) + ")")


def launchers(not_whole: Sequence[str]) -> dict[str, str]:
    """Name and text. Windows wants its own line ends.

    `not_whole`: what a launcher says, in every language, that was copied without the rest of the kit.
    """
    sh = SH.replace("NOT_WHOLE", "\n".join(not_whole))
    cmd = CMD.replace("NOT_WHOLE", "\n".join(f"echo {line} 1>&2" for line in not_whole))
    return {"start.sh": sh, "start.command": sh, "start.cmd": cmd.replace("\n", "\r\n")}
