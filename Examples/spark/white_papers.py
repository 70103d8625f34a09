"""Articles to white papers on Spark: extract each article, gather the figures by area, render a paper for each area.

    spark-submit white_papers.py --articles 'articles/*.jsonl' --output papers --whitepaper "$(command -v whitepaper)"

An input line is {"id": …, "area": …, "text": …}. Each step asks `whitepaper worker`, a line of JSON for a line of JSON. What failed comes
out as rows of `failures.jsonl` beside the papers; the exit status is 1 when there are any.

What Spark's pipe leaves to its user, and how it is met here:
- It passes on lines, not elements: a job is one line, since JSON writes line ends in texts as \\n.
- It does not look at the exit status unless told: `checkCode=True` makes a worker that died a failed task, which Spark tries again.
- It does not count: every job must come back once, under its id; `answers` says so of each that did not.
- Tasks run again after an executor is lost: a paper has one name and the same bytes each time, and is put in place by a rename.
- A task has the cores of `spark.task.cpus`, one unless told, however many its machine has: a worker takes no more.
- A task waits three seconds for the executor that holds its rows before it goes to one that is idle. Jobs take longer than the rows travel.
- Every executor's Java machine compiles the same code twice, the second time for hours of work, on the cores that the workers need: the first
  time is enough here, since the work is the workers'. Executors of one core have no use for a collector of several threads.
"""

import argparse
import json
import os
import sys

from pyspark.sql import SparkSession


def answers(jobs, whitepaper):
    """Rows (id, answer) of a data set of jobs: one for each job, whatever becomes of it."""
    cores = jobs.context.getConf().get("spark.task.cpus", "1")
    lines = jobs.map(lambda job: json.dumps(job, ensure_ascii=False))
    rows = lines.pipe(f"{whitepaper} worker --cores {cores}", checkCode=True).map(json.loads).map(lambda row: (row["id"], row))
    lost = {"status": 1, "diagnostics": [{"severity": "error", "rule": "job.lost", "message": "the job has no answer"}]}
    return jobs.map(lambda job: (job["id"], None)).leftOuterJoin(rows, jobs.getNumPartitions()).mapValues(lambda pair: pair[1] or lost)


def failure(step, row):
    """The row of a job that failed."""
    name, answer = row
    errors = [found["message"] for found in answer["diagnostics"] if found["severity"] == "error"]
    return {"step": step, "id": name, "errors": errors}


def extraction(article):
    return {"id": article["id"], "command": "extract", "format": "jsonl", "text": article["text"], "name": f"{article['id']}.txt"}


def paper(area, texts, folder, layout):
    """The job of one paper: the articles of an area, in the order of their ids, read from memory."""
    files = {f"{name}.txt": text for name, text in sorted(texts)}
    return {
        "id": area, "command": "render", "layout": layout, "inputs": list(files), "files": files,
        "output": os.path.join(folder, f"{area}.pdf"),
    }


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", required=True, help="JSON Lines with id, area and text; wildcards are Spark's")
    options.add_argument("--output", required=True, help="the folder of the papers, one that all executors see")
    options.add_argument("--whitepaper", default="whitepaper", help="the program, at this path on every executor")
    options.add_argument("--layout", default="brief")
    options.add_argument("--partitions", type=int, default=8, help="workers in all; Spark runs as many at a time as it has cores")
    given = options.parse_args()
    folder = os.path.abspath(given.output)
    os.makedirs(folder, exist_ok=True)

    spark = (
        SparkSession.builder.appName("white papers").config("spark.locality.wait", "0")
        .config("spark.executor.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC").getOrCreate())
    articles = spark.sparkContext.textFile(given.articles, given.partitions).map(json.loads).repartition(given.partitions).cache()

    read = answers(articles.map(extraction), given.whitepaper).cache()
    good = read.filter(lambda row: row[1]["status"] == 0)
    figures = good.flatMap(lambda row: row[1]["data"].splitlines())
    figures.saveAsTextFile("file://" + os.path.join(folder, "figures"))

    # Only articles that state figures make a paper; one without would fail the paper of its area.
    by_area = articles.map(lambda article: (article["id"], article)).join(good, given.partitions).map(
        lambda row: (row[1][0]["area"], (row[0], row[1][0]["text"]))).groupByKey(given.partitions)
    papers = answers(by_area.map(lambda row: paper(row[0], row[1], folder, given.layout)), given.whitepaper).cache()

    failures = [failure("extract", row) for row in read.filter(lambda row: row[1]["status"] != 0).collect()]
    failures += [failure("render", row) for row in papers.filter(lambda row: row[1]["status"] != 0).collect()]
    with open(os.path.join(folder, "failures.jsonl"), "w", encoding="utf-8") as file:
        for row in sorted(failures, key=lambda row: (row["step"], row["id"])):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    print(f"{read.count()} articles, {papers.count()} papers, {len(failures)} failures")
    spark.stop()
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
