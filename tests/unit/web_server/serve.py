# SPDX-License-Identifier: Apache-2.0
"""serve.py FOLDER: web servers on ports of 127.0.0.1, for the tests of what is read by HTTP.

Makes a certificate authority (FOLDER/authority.pem) and certificates with openssl, then writes FOLDER/ports, a line
"NAME PORT" for each server: good, expired, wrong-name, unknown-authority, good-too (another port), and plain without TLS.
Every request is noted in FOLDER/requests. The first part of a URL's path says what is wanted, see Pages. Ends when the process
that started it has ended.
"""
import base64
import functools
import http.server
import json
import os
import pathlib
import socketserver
import ssl
import subprocess
import sys
import threading
import time
import urllib.parse

parent = os.getppid()
folder = pathlib.Path(sys.argv[1])
LOGIN = "<html><form action='/names.nsf?Login'><input name=Password type=password></form></html>"
DENIED = "<h1>Error 500</h1>HTTP Web Server: Lotus Notes Exception - You are not authorized to access that database"


def openssl(*words):
    subprocess.run(["openssl", *map(str, words)], check=True, cwd=folder, stderr=subprocess.DEVNULL)


def make_authority(name):
    openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", f"/CN={name}",
            "-keyout", f"{name}.key", "-out", f"{name}.pem", "-addext", "keyUsage=critical,keyCertSign")


def make_certificate(name, authority="authority", host="localhost", expired=False):
    openssl("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", f"/CN={host}",
            "-keyout", f"{name}.key", "-out", f"{name}.csr")
    (folder / f"{name}.ext").write_text(f"subjectAltName=DNS:{host}\n")
    if expired:
        issue = pathlib.Path(__file__).resolve().parents[2] / "lab/issue-expired"
        subprocess.run([issue, f"{name}.csr", f"{authority}.pem", f"{authority}.key", f"{name}.ext", f"{name}.pem"],
                       check=True, cwd=folder)
    else:
        openssl("x509", "-req", "-in", f"{name}.csr", "-CA", f"{authority}.pem", "-CAkey", f"{authority}.key", "-days", 2,
                "-extfile", f"{name}.ext", "-out", f"{name}.pem")


def view(rows, start, most, total=None):
    entries = [{"@position": str(i + 1), "@unid": "0", "@noteid": "0", "@siblings": str(len(rows)),
                "entrydata": [{"@columnnumber": "0", "@name": "$0", "text": {"0": server}},
                              {"@columnnumber": "4", "@name": "$4", "text": {"0": cluster}}]}
               for i, (server, cluster) in enumerate(rows)][start - 1:start - 1 + most]
    return json.dumps({"@toplevelentries": str(len(rows) if total is None else total), "viewentry": entries})


CLUSTER = [("CN=Mail01/O=Acme", "Acme Mail"), ("CN=Mail11/O=Acme", "ACME MAIL"), ("CN=Mail21/O=Acme", "Other"),
           ("CN=Mail31/O=Acme", "Acme Mail"), ("CN=Mail41/O=Acme", "")]


class Pages(http.server.BaseHTTPRequestHandler):
    def setup(self):
        if isinstance(self.request, ssl.SSLSocket):
            self.request.do_handshake()
        super().setup()

    def log_message(self, *_):
        pass

    def answer(self, text, status=200, kind="application/json; charset=UTF-8", **headers):
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        with open(folder / "requests", "a") as requests:
            print(self.server.name, self.path, self.headers.get("Authorization", ""), file=requests)
        split = urllib.parse.urlsplit(self.path)
        parts = split.path.strip("/").split("/")
        query = {key: value[0] for key, value in urllib.parse.parse_qs(split.query).items()}
        start, count = int(query.get("Start", 1)), int(query.get("Count", 1))
        name = parts[0].replace("-", "_")
        if hasattr(self, "page_" + name):
            getattr(self, "page_" + name)(*parts[1:])
        else:
            self.answer_view(name, start, count)

    # -- what the Domino Directory may answer; the rest of the path is that of the view

    def answer_view(self, name, start, count):
        views = {
            "good": lambda: view(CLUSTER, start, count),
            "paged": lambda: view(CLUSTER, start, 2),
            "paged_without_total": lambda: view(CLUSTER, start, 2, ""),
            "same_page_again": lambda: view(CLUSTER, 1, 2),
            "endless": lambda: view([("CN=Mail01/O=Acme", "Acme Mail")] * (start + 1), start, 2, "9999999"),
            "without_cluster": lambda: view([], start, count),
            "contradicting": lambda: view(CLUSTER + [("cn=mail01/o=acme", "Other")], start, count),
            "cut_off": lambda: view(CLUSTER, start, count)[:-20],
            "other_json": lambda: '{"error": "no such view"}',
            "rubbish": lambda: "\x00\x01 rubbish",
            "empty": lambda: "",
        }
        self.answer(views[name]() if name in views else "Not here", 200 if name in views else 404)

    def page_locked(self, *_):
        good = "Basic " + base64.b64encode(b"setup:secret-word").decode()
        if self.headers.get("Authorization") == good:
            self.answer_view("good", 1, 1000)
        else:
            self.answer("No", 401, WWW_Authenticate='Basic realm="/"')

    def page_login(self, *_):
        self.answer(LOGIN, kind="text/html; charset=UTF-8")

    def page_login_as_json(self, *_):
        self.answer(LOGIN)

    def page_welcome(self, *_):
        self.answer("<html>Welcome</html>", kind="Text/HTML")

    def page_forbidden(self, *_):
        self.answer("<h1>Error 403</h1>", 403, "text/html")

    def page_no_url_open(self, *_):
        self.answer(DENIED, 500, "text/html")

    def page_failing(self, *_):
        self.answer("<h1>Error 500</h1>", 500, "text/html")

    def page_to_login(self, *_):
        self.answer("", 302, Location="/login/names.nsf?Login")

    # -- what any web server may do

    def page_away(self, *_):
        self.answer("", 302, Location=f"https://127.0.0.1:{self.server.server_port}/good")

    def page_to_plain(self, *_):
        self.answer("", 302, Location=f"http://localhost:{self.server.ports['plain']}/good")

    def page_to_other_port(self, *_):
        self.answer("", 302, Location=f"https://localhost:{self.server.ports['good-too']}/good")

    def page_to_tls(self, *_):
        self.answer("", 302, Location=f"https://localhost:{self.server.ports['good']}/locked")

    def page_to_odd_host(self, *_):
        self.answer("", 302, Location="https://127\xff0.0.1/\x1b[2J")

    def page_to_password(self, *_):
        self.answer("", 302, Location="https://secret-word.example.com/")

    def page_to_file(self, *_):
        self.answer("", 302, Location="file:///etc/passwd")

    def page_here(self, *_):
        self.answer("", 302, Location="/locked")

    def page_loop(self, *_):
        self.answer("", 302, Location="/loop")

    def page_slow(self, *_):
        time.sleep(30)

    def page_drip(self, *_):
        self.send_response(200)
        self.end_headers()
        for _ in range(300):
            self.wfile.write(b" ")
            time.sleep(0.1)

    def page_huge(self, *_):
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b" " * 65536)

    def page_endless_headers(self, *_):
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while True:
            self.wfile.write(b"X-More: " + b"x" * 1000 + b"\r\n")


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass  # the client went away


make_authority("authority")
make_authority("stranger")
make_certificate("good")
make_certificate("expired", expired=True)
make_certificate("wrong-name", host="mail01.example.com")
make_certificate("unknown-authority", authority="stranger")
ports = {}
for name, certificate in {"good": "good", "good-too": "good", "expired": "expired", "wrong-name": "wrong-name",
                          "unknown-authority": "unknown-authority", "plain": None}.items():
    server = Server(("127.0.0.1", 0), Pages)
    server.name = name
    server.ports = ports
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder / f"{certificate}.pem", folder / f"{certificate}.key")
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    ports[name] = server.server_port
    threading.Thread(target=functools.partial(server.serve_forever, 0.1), daemon=True).start()
(folder / "ports.new").write_text("".join(f"{name} {port}\n" for name, port in ports.items()))
(folder / "ports.new").rename(folder / "ports")
while os.getppid() == parent:
    time.sleep(1)
