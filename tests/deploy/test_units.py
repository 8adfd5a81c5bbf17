"""The schedules: systemd's units, the cron line, the shell scripts."""

from __future__ import annotations

import re
import shutil
import subprocess
from configparser import RawConfigParser
from pathlib import Path

import click
import pytest

from archive.cli import main_group

ROOT = Path(__file__).parents[2]
SYSTEMD = ROOT / "deploy" / "systemd"
UNITS = sorted(SYSTEMD.iterdir())
SERVICES = [unit for unit in UNITS if unit.suffix == ".service"]
PROGRAM = "/opt/iom-archive/.venv/bin/iom-archive"
COMMAND_LINES = [
    *(line for unit in SERVICES for line in re.findall(r"(?m)^ExecStart=(.*)$", unit.read_text())),
    *re.findall(rf"(?m){PROGRAM}.*?(?=>|$)", (ROOT / "deploy" / "cron.d-iom-archive").read_text()),
    *re.findall(r"(?m)\biom-archive update.*?(?=&|$)", (ROOT / "deploy" / "docker" / "nightly.sh").read_text()),
    *re.findall(r"(?m)bin/iom-archive update.*?(?=>)", (ROOT / ".github" / "workflows" / "nightly.yml").read_text()),
]


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not installed (Debian: systemd)")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    for unit in UNITS:
        # The program is not installed where this test runs.
        text = unit.read_text().replace(PROGRAM, "/bin/true")
        (tmp_path / unit.name.replace("@", "@8001")).write_text(text)
    verified = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *map(str, sorted(tmp_path.iterdir()))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (verified.returncode, verified.stderr, verified.stdout) == (0, "", "")


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not installed (Debian: systemd)")
@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_systemd_finds_the_services_hardened(unit: Path) -> None:
    judged = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--no-pager", "--threshold=30", str(unit)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert judged.returncode == 0, judged.stdout[-300:]


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_services_are_bounded_and_may_do_little(unit: Path) -> None:
    parser = RawConfigParser(strict=False)
    parser.optionxform = str  # type: ignore[assignment]
    parser.read(unit)
    service = dict(parser["Service"])
    assert service["ProtectSystem"] == "strict"
    assert service["User"] == "iom-archive"
    for name in ("PrivateTmp", "PrivateDevices", "ProtectHome", "NoNewPrivileges", "RestrictSUIDSGID"):
        assert service[name] == "true", name
    assert service["CapabilityBoundingSet"] == ""
    assert "MemoryMax" in service


@pytest.mark.parametrize("line", COMMAND_LINES)
def test_each_command_line_is_one_that_the_program_knows(line: str) -> None:
    words = line.strip().strip('"').split()
    arguments = [re.sub(r'^"?\$\{\w+:-(\w+)\}"?$', r"\1", word).replace("%i", "8001") for word in words[1:]]
    context = click.Context(main_group, info_name="iom-archive")
    at = next(index for index, word in enumerate(arguments) if word in main_group.list_commands(context))
    main_group.make_parser(context).parse_args(arguments[:at])
    command = main_group.get_command(context, arguments[at])
    assert command is not None
    command.make_context(arguments[at], arguments[at + 1 :], parent=context)


def test_the_timeout_of_the_unit_is_longer_than_the_jobs_own() -> None:
    text = (SYSTEMD / "iom-archive-update.service").read_text()
    own = int(re.search(r"--max-seconds (\d+)", text)[1])  # type: ignore[index]
    assert int(re.search(r"TimeoutStartSec=(\d+)h", text)[1]) * 3600 > own  # type: ignore[index]


@pytest.mark.parametrize("script", sorted((ROOT / "deploy").rglob("*.sh")), ids=lambda path: path.name)
def test_shells_take_the_scripts(script: Path) -> None:
    shell = "bash" if "bash" in script.read_text().partition("\n")[0] else "sh"
    subprocess.run([shell, "-n", script], check=True)
    assert script.stat().st_mode & 0o111, "it cannot be run"
    if shutil.which("shellcheck"):
        subprocess.run(["shellcheck", script], check=True)
