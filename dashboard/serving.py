"""How the page travels: scripts named by their content and kept for a year, files compressed once, headers that keep
other machines out, the grid's script only where a grid is drawn."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from dash import Dash

STATIC = ("/assets/", "/_dash-component-suites/")
STREAMED = ("/files/",)
FOREVER = "public, max-age=31536000, immutable"
ASK = "public, no-cache"
LOOPBACK = ("127.0.0.1", "::1")
SMALL = 512
COMPRESSED = re.compile(r"text/|application/(?:javascript|json|geo\+json)|image/svg")
GRID_SCRIPT = re.compile(r'<script src="(?P<url>[^"]*/dash_ag_grid\.[^"]*min[^"]*\.js)"></script>')
ASSET = re.compile(r"(?P<path>/assets/(?P<name>[^\"?]+))\?m=[0-9.]+")
HASH = re.compile(r"\?h=(?P<hash>[0-9a-f]{12})$")
VERSIONED = re.compile(r"^/_dash-component-suites/[^?]*\.v[0-9_a-z]+m[0-9]+\.")
EMBEDDED = "/embed"

Start = Callable[..., Any]
Headers = list[tuple[str, str]]


def harden(app: Dash) -> None:
    """Serve ``app`` as described above; to be called when its layout and callbacks stand."""
    folder = Path(app.config.assets_folder)
    interpolate = app.interpolate_index
    app.interpolate_index = lambda **parts: interpolate(**lighter(parts, folder))  # type: ignore[method-assign]
    app.server.wsgi_app = Files(Guard(app.server.wsgi_app, policy(app)))  # type: ignore[method-assign]


def lighter(parts: dict[str, Any], folder: Path) -> dict[str, Any]:
    """The parts of the first page with the grid's script only mentioned and every asset named by its content."""
    scripts, css = parts["scripts"], parts["css"]
    grid = GRID_SCRIPT.search(scripts)
    mention = f'<meta name="grid-script" content="{grid["url"]}">' if grid else ""
    parts["metas"] = parts["metas"] + mention
    parts["scripts"] = by_content(GRID_SCRIPT.sub("", scripts), folder)
    parts["css"] = by_content(css, folder)
    return parts


def by_content(html: str, folder: Path) -> str:
    """The addresses of assets with a hash of what is in the file instead of its time."""
    return ASSET.sub(lambda found: f"{found['path']}?h={fingerprint(folder / found['name'])}", html)


def fingerprint(file: Path) -> str:
    """The first twelve digits of the file's SHA-256."""
    return sha256(file.read_bytes()).hexdigest()[:12]


def policy(app: Dash) -> str:
    """The content security policy: everything from here, styles inline because the components write them."""
    scripts = " ".join(["'self'", *app.csp_hashes()])
    return (
        f"default-src 'self'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        "connect-src 'self'; font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'"
    )


class Guard:
    """WSGI layer: the security headers on every answer; only the embedded page may stand in another site's frame."""

    def __init__(self, inner: Start, policy: str) -> None:
        self.inner = inner
        self.policy = policy

    def __call__(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        ancestors = "*" if environ["PATH_INFO"] == EMBEDDED else "'self'"
        added = [
            ("Content-Security-Policy", f"{self.policy}; frame-ancestors {ancestors}"),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
        ]

        def guarded(status: str, headers: Headers, *error: Any) -> Any:
            return start(status, headers + added, *error)

        return self.inner(environ, guarded)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the layer below answers: its status line, its headers without a length, and the whole body."""

    status: str
    headers: Headers
    body: bytes

    @property
    def good(self) -> bool:
        return self.status.startswith("200")

    def header(self, name: str) -> str:
        """The first header of that name, "" where there is none."""
        return next((value for key, value in self.headers if key.lower() == name), "")


class Files:
    """WSGI layer: static files are compressed once and known by their content, pages and answers as they go."""

    def __init__(self, inner: Start) -> None:
        self.inner = inner
        self._packed: dict[str, bytes] = {}

    def __call__(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        path, method = environ["PATH_INFO"], environ["REQUEST_METHOD"]
        if path.startswith(STATIC) and method in ("GET", "HEAD"):
            return self._file(environ, start)
        if path.startswith(STREAMED):
            return self.inner(environ, start)
        found = ask(self.inner, environ)
        # To a browser on this machine an answer travels faster than it is compressed.
        packed = packable(found) and environ.get("REMOTE_ADDR") not in LOOPBACK
        return send(found, gzip.compress(found.body, 1, mtime=0) if packed else None, environ, start)

    def _file(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        found = ask(self.inner, whole(environ))
        if not found.good:
            return send(found, None, environ, start)
        digest = sha256(found.body).hexdigest()
        file = as_file(found, digest, f"{environ['PATH_INFO']}?{environ.get('QUERY_STRING', '')}")
        if file.header("etag") in environ.get("HTTP_IF_NONE_MATCH", ""):
            start("304 Not Modified", [pair for pair in file.headers if pair[0].lower() != "content-type"])
            return []
        if packable(file) and digest not in self._packed:
            self._packed[digest] = gzip.compress(file.body, 9, mtime=0)
        return send(file, self._packed.get(digest), environ, start)


def whole(environ: dict[str, Any]) -> dict[str, Any]:
    """The request for all of the file, whatever part or version of it the browser has."""
    left = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE", "HTTP_IF_RANGE")
    return {key: value for key, value in environ.items() if key not in left} | {"REQUEST_METHOD": "GET"}


def ask(inner: Start, environ: dict[str, Any]) -> Answer:
    """The answer of the layer below, read to its end."""
    heard: list[tuple[str, Headers]] = []
    parts = inner(environ, lambda status, headers, *error: heard.append((status, headers)))
    try:
        body = b"".join(parts)
    finally:
        close = getattr(parts, "close", None)
        if close:
            close()
    status, headers = heard[-1]
    return Answer(status, [pair for pair in headers if pair[0].lower() != "content-length"], body)


def packable(found: Answer) -> bool:
    """Whether gzip makes the body shorter: words and numbers above a packet's size, not packed already."""
    words = COMPRESSED.match(found.header("content-type")) is not None
    return words and len(found.body) >= SMALL and not found.header("content-encoding")


def as_file(found: Answer, digest: str, address: str) -> Answer:
    """With a file's headers: kept for a year if the address says what is in it, else asked for again each time."""
    dropped = ("cache-control", "etag", "last-modified", "expires", "date", "content-disposition", "accept-ranges")
    headers = [pair for pair in found.headers if pair[0].lower() not in dropped]
    said = HASH.search(address)
    lasting = digest.startswith(said["hash"]) if said else VERSIONED.search(address) is not None
    kept = [("Cache-Control", FOREVER if lasting else ASK), ("ETag", f'"{digest[:20]}"')]
    return Answer(found.status, headers + kept, found.body)


def send(found: Answer, packed: bytes | None, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
    """The answer in the form that the browser takes."""
    headers, body = list(found.headers), found.body
    if packed is not None:
        headers.append(("Vary", "Accept-Encoding"))
        if "gzip" in environ.get("HTTP_ACCEPT_ENCODING", ""):
            headers.append(("Content-Encoding", "gzip"))
            body = packed
    start(found.status, [*headers, ("Content-Length", str(len(body)))])
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
