@echo off
rem Makes the environment, installs what is missing, and starts: run demo, run test.
setlocal
cd /d "%~dp0"
set EXTRAS=
if "%1"=="test" set EXTRAS=[dev]
if "%1"=="bench" set EXTRAS=[bench]
if not exist .venv\Scripts\python.exe py -3 -m venv .venv || (echo Python 3.11 or newer is needed. & exit /b 2)
.venv\Scripts\python -m pip install --quiet --disable-pip-version-check --editable ".%EXTRAS%" || exit /b 2
if "%1"=="demo" (.venv\Scripts\ayumi demo %2 & exit /b)
if "%1"=="start" (.venv\Scripts\ayumi %2 & exit /b)
if "%1"=="bench" (.venv\Scripts\python -m benchmarks & exit /b)
if "%1"=="test" goto test
echo run demo ^| run test ^| run start [FILE] ^| run bench
exit /b
:test
set QT_QPA_PLATFORM=offscreen
.venv\Scripts\ruff check . && .venv\Scripts\ruff format --check . && .venv\Scripts\mypy && .venv\Scripts\lint-imports && .venv\Scripts\python -m pytest --numprocesses=auto --cov
