"""Runs Examples/spark on a local cluster of two executors, then of one, then of two of which one is killed in the midst, and counts.

    lost_executor.py WHITEPAPER [ARTICLES]

Nothing may be lost or doubled: every article has its figures once, every area one paper, the papers are those of an undisturbed run,
and the articles that state no figure are the failures. How much faster two executors are than one, start-up aside, is printed.
"""

import hashlib
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

import pyspark

AREAS = ["广东省", "广西壮族自治区", "江苏省", "浙江省", "四川省", "湖南省", "湖北省", "山东省", "福建省", "安徽省"]
PIPELINE = pathlib.Path(__file__).resolve().parents[2] / "Examples/spark/white_papers.py"


def write_articles(path, count):
    """Invented figures: two facts and a growth in each article; the 5th of every 100 states none.

    Returns the ids of those, and the names of the papers that the others make.
    """
    silent, papers = [], set()
    with open(path, "w", encoding="utf-8") as file:
        for number in range(count):
            area = f"{AREAS[number % 10]}"
            text = (
                f"{2010 + number % 13}年，{area}发明专利授权{1 + number % 97}.{number % 10}万件，同比增长{1 + number % 29}.5%。"
                f"商标注册{10 + number % 89}万件。"
            )
            if number % 100 == 5:
                text = "今天天气很好。"
                silent.append(f"a{number:05d}")
            else:
                papers.add(f"{area}-{number // 10 % 20}.pdf")
            line = {"id": f"a{number:05d}", "area": f"{area}-{number // 10 % 20}", "text": text}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return silent, papers


def executors():
    """Process ids of executors of this user's clusters, from /proc."""
    found = []
    for folder in pathlib.Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                words = (folder / "cmdline").read_bytes()
            except OSError:
                continue
            if b"CoarseGrainedExecutorBackend" in words:
                found.append(int(folder.name))
    return sorted(found)


def seconds_of_jobs(log):
    """From the start of the first job to the end of the last, by Spark's own event log."""
    times = []
    for path in log.rglob("*"):
        if path.is_file():
            for line in path.read_text(encoding="utf-8").splitlines():
                event = json.loads(line)
                times += [event[key] for key in ("Submission Time", "Completion Time") if event["Event"].startswith("SparkListenerJob") and key in event]
    return (max(times) - min(times)) / 1000


def run(program, articles, output, log, workers, kills):
    log.mkdir()
    home = os.path.dirname(pyspark.__file__)
    before = set(executors())
    # Spark's own words go to a file: a pipe that nobody reads in the meantime would hold it up when full.
    with open(log.with_suffix(".err"), "w+", encoding="utf-8") as words:
        process = subprocess.Popen(
            [
                f"{home}/bin/spark-submit", "--master", f"local-cluster[{workers},1,1024]", "--conf", "spark.ui.enabled=false",
                "--conf", "spark.eventLog.enabled=true", "--conf", f"spark.eventLog.dir=file://{log}", str(PIPELINE),
                "--articles", str(articles), "--output", str(output), "--whitepaper", program, "--partitions", "16",
            ],
            env=os.environ | {"SPARK_HOME": home, "SPARK_LOCAL_IP": "127.0.0.1"}, stdout=subprocess.PIPE, stderr=words, text=True)
        killed = 0
        while kills and process.poll() is None and not killed:
            # In the midst: some papers are there, not all.
            if len(list(output.glob("*.pdf"))) >= 3:
                running = [pid for pid in executors() if pid not in before]
                if running:
                    os.kill(running[0], signal.SIGKILL)
                    killed += 1
            time.sleep(0.05)
        out, _ = process.communicate()
        words.seek(0)
        return process.returncode, killed, out, words.read()


def main():
    program = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        silent, names = write_articles(folder / "articles.jsonl", count)
        seen, taken = {}, {}
        for kind, workers in [("undisturbed", 2), ("alone", 1), ("disturbed", 2)]:
            output = folder / kind
            status, killed, out, err = run(
                program, folder / "articles.jsonl", output, folder / f"log-{kind}", workers, kind == "disturbed")
            taken[kind] = seconds_of_jobs(folder / f"log-{kind}")
            print(f"{kind}: {out.strip()}, {workers} executors, {killed} of them killed, {taken[kind]:.1f} s", flush=True)
            assert status == (1 if silent else 0), (status, err[-2000:])
            assert killed == (kind == "disturbed")
            failures = [json.loads(line) for line in (output / "failures.jsonl").read_text(encoding="utf-8").splitlines()]
            assert [row["id"] for row in failures] == silent, failures[:3]
            facts = [json.loads(line) for part in sorted((output / "figures").glob("part-*")) for line in part.read_text(encoding="utf-8").splitlines()]
            assert len(facts) == 3 * (count - len(silent)), len(facts)
            papers = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in output.glob("*.pdf")}
            assert papers.keys() == names, papers.keys() ^ names
            assert not list(output.glob(".whitepaper-*")), "a temporary file was left"
            seen[kind] = (papers, sorted(json.dumps(fact, ensure_ascii=False, sort_keys=True) for fact in facts))
        assert seen["undisturbed"] == seen["disturbed"] == seen["alone"], "the runs differ"
        print(f"two executors are {taken['alone'] / taken['undisturbed']:.2f} times as fast as one")


main()
