import type { HelpTexts } from './help-texts.ts'
import { enOperationsHelp } from './operations/en-help.ts'

export const enHelp: HelpTexts = {
  ...enOperationsHelp,
  tagline:
    'renshu 人枢: runs the platform of a city’s human-resources market; by itself it reads job files and talent files and explains who fits whom. No data leaves your machines.',
  usage: 'Usage',
  verbs: 'Verbs',
  operands: 'Operands',
  options: 'Options',
  examples: 'Examples',
  exitCodes: 'Exit codes',
  more: 'Details of a verb: renshu VERB --help --lang en',
  version: 'print the version',
  common: { lang: 'language of messages and reasons: zh (default) or en', help: 'show this help' },
  exits: {
    ok: 'done; rejected rows are no failure, they are saved in a file of their own',
    failed:
      'bench: an answer differs from the definition, or something else that ought to hold does not; city check, policy test: a folder has mistakes, a case differs; ledger verify: the ledger differs; restore: the result differs from the backup',
    usage: 'the command line or a setting is wrong: unknown verb, option or value, bad environment variable',
    input:
      'the input cannot be used: missing, empty, encrypted, damaged, unknown encoding, or a necessary column lacks; bench: a program to compare with is not installed; restore: the backup cannot be used',
    unavailable:
      'database or data folder cannot be used now: no answer, in use by another process, of another version, not empty, or the port is taken',
    output: 'the result cannot be written: no permission, no such folder, or disk full',
    internal: 'an error in the program itself',
    interrupted: 'interrupted with Ctrl-C',
    terminated: 'ended by the system',
  },
  match: {
    summary: 'match a job file with a talent file, ranked in both directions, with reasons',
    about: [
      'Reads both files (.xlsx, .csv, .jsonl and their .gz), recognises encoding and columns, and ranks the best partners.',
      'A match keeps every hard constraint of both sides; a near miss breaks exactly one by little and says which and by how much.',
      'Rows that cannot be used never stop the rest: they go to INPUT.rejects.csv with the reason; counts are printed at the end.',
    ],
    operands: { JOBS: 'job file', TALENTS: 'talent file' },
    options: {
      top: 'matches per job (or talent) at most, default 20',
      near: 'near misses per list at most, default 3; 0 for none',
      from: 'jobs: talents for each job; talents: jobs for each talent; default both for .xlsx, else jobs',
      out: 'write to a file: .xlsx (two sheets, ready to print), .csv or .jsonl',
      explain: 'show the reasons for every factor on the terminal',
      json: 'one line of JSON per match',
      map: 'name a column that was not recognised; repeatable; jobs.FIELD=COLUMN or talents.FIELD=COLUMN for one file only',
      sheet: 'sheet of a workbook to read; jobs=NAME or talents=NAME for one file only',
      encoding: 'encoding of text files: utf-8, gb18030, utf-16le or utf-16be; likewise; default: detected',
      'as-of':
        'the day that ages, dates of posting and of availability are counted from, e.g. 2026-03-01; default today',
      weights: 'JSON file that changes weights and tolerances, see docs/cli.md',
    },
    examples: [
      ['renshu match jobs.xlsx talents.csv --top 5 --explain', 'the five best people for each job, with reasons'],
      ['renshu match jobs.xlsx talents.csv --out matches.xlsx', 'a workbook to print, one sheet per side'],
      [
        'renshu match jobs.jsonl.gz talents.csv --from talents --json | head',
        'jobs for each talent, for another program',
      ],
      ['renshu match jobs.csv talents.csv --map jobs.title=trade', 'the job title stands in the column “trade”'],
    ],
  },
  read: {
    summary: 'understand a column of text: occupation, place, salary, education, experience, id number',
    about: [
      'One value per line from a file or standard input, one tab-separated line out; empty columns when not understood.',
      'For cleaning columns in a pipe. Input is UTF-8 or GB18030, detected; output is UTF-8.',
    ],
    operands: {
      'occupation|place|salary|education|experience|id': 'what to read; columns of the output:',
      '[FILE]': 'file with one value per line, may be .gz; standard input when left out or -',
    },
    columns: {
      occupation: 'text, code (national classification 2022), name, confidence (0–1), evidence',
      place:
        'text, division code, name, candidates; code AMBIGUOUS with candidates separated by |; code ANY for anywhere',
      salary: 'text, min, max, months per year, negotiable (1/0); yuan per month, an open side is empty',
      education: 'text, level code, name',
      experience: 'text, least years, most years',
      id: 'text, kind, valid (1/0), reason',
    },
    options: { encoding: 'encoding of the input: utf-8, gb18030, utf-16le or utf-16be; default: detected' },
    examples: [
      ['renshu read salary salaries.txt > salaries.tsv', 'a column of pay in yuan per month'],
      ['cut -f3 jobs.tsv | renshu read place | grep AMBIGUOUS', 'find ambiguous places'],
      ['echo 急聘！！叉车司机（包吃住）8k | renshu read occupation', 'which occupation a title belongs to'],
    ],
  },
  inspect: {
    summary: 'examine a job or talent file: share understood per field, what was not, duplicates',
    about: [
      'Reads the file once and reports columns recognised, share understood per field, the most frequent values not understood,',
      'jobs posted again, occupations and places. Changes and writes no file.',
    ],
    operands: { FILE: 'job or talent file' },
    options: {
      json: 'print one JSON object',
      kind: 'what the file holds: jobs or talents; default: by its columns',
      map: 'name a column that was not recognised, repeatable',
      sheet: 'sheet of a workbook to read; default: the likeliest',
      encoding: 'encoding of a text file: utf-8, gb18030, utf-16le or utf-16be; default: detected',
    },
    examples: [
      ['renshu inspect jobs.xlsx', 'the report on the terminal'],
      ['renshu inspect postings.jsonl.gz --json', 'for another program'],
    ],
  },
  eval: {
    summary: 'measure title similarity on a labelled retrieval set',
    about: [
      'Ranks the whole corpus for every query, cut at no depth, and prints MAP, MRR and nDCG@10.',
      'Queries without any relevant title are left out.',
    ],
    operands: { titles: 'what is measured: title similarity' },
    options: {
      queries: 'queries, TSV with the header q_id jobtitle',
      corpus: 'corpus, TSV with the header c_id jobtitle',
      qrels: 'labels in TREC format: query 0 title 1',
      json: 'print {"map":…,"mrr":…,"ndcg10":…}',
    },
    examples: [['renshu eval titles --queries q.tsv --corpus c.tsv --qrels qrels.tsv --json', '']],
  },
  bench: {
    summary: 'measure the matching engine on a made-up city: how large, how exact, how fast',
    about: [
      'Makes the talents and jobs of a made-up city, builds the index, and measures time and size one after the other; answers are held against everybody judged. Each section is printed when it is done.',
      'The same sizes and seed give the same records and questions. An answer that differs ends the run with 1.',
    ],
    operands: { match: 'what is measured: the matching engine' },
    options: {
      talents: 'number of talents, 1 to 9999999',
      jobs: 'number of jobs, 1 to 9999999',
      peers:
        'engines to compare with: postgres, sqlite, separated by commas; they need postgresql-15, sqlite3; default none',
      threads: 'threads that match the whole city, 1 to 15; default one per core',
      questions: 'questions of each side whose time is taken, default 2000',
      seed: 'seed of the made-up city, default 1',
      json: 'print one JSON object',
    },
    examples: [
      ['renshu bench match --talents 100000 --jobs 10000', 'a small city, under a minute'],
      [
        'renshu bench match --talents 1000000 --jobs 100000 --peers postgres,sqlite --json',
        'a large one, beside databases',
      ],
    ],
  },
  city: {
    summary: 'check the folders of cities: districts, parameters, demo; what is wrong where',
    about: [
      'A city is a folder under cities/, data only. Every file is checked and each mistake told with file, place and reason; any ends the run with 1.',
    ],
    operands: {
      check: 'what to do: check',
      '[FOLDER]': 'folder of one city; default all of them, where CITIES_DIR says',
    },
    options: {},
    examples: [['renshu city check cities/370200-qingdao', 'only 青岛']],
  },
  policy: {
    summary: 'the policies of a city: list them, check and try them, or decide one from facts',
    about: [
      'Policies are data under cities/; what a city has not comes from its province, then from the country. list names them; test checks the files, decides the cases beside them and counts how many planted mistakes the cases find; decide decides one, with every clause and the arithmetic.',
      'Facts are JSON: amounts, ratios and days as text ("22189.16", "5.5%", "2025-01-31"), counts as numbers, yes and no as true and false. What is left out is unknown: it is asked for, and the amount is provisional.',
    ],
    operands: {
      'list|test|decide': 'what to do',
      '[KEY|FOLDER…]': 'decide: key of the policy; test: folders of cities, default all',
    },
    options: {
      facts: 'facts by their keys (decide)',
      date: 'day of the facts and values; default today',
      known: 'day of which the rules were known; default today',
      history: 'earlier payments, [] when there are none (decide); left out: unknown',
      city: 'which city; default CITY',
      json: 'JSON (list, decide)',
    },
    examples: [
      ['renshu policy test cities/370200-qingdao', 'only those of 青岛'],
      [
        `renshu policy decide supplementary-injury --facts '{"medicalCost":"22189.16"}' --date 2024-08-12`,
        'what is paid for this cost, and what is still to be known',
      ],
    ],
  },
  import: {
    summary: 'import a register of organisations, or the postings of one (xlsx, csv, jsonl, and these as .gz)',
    about: [
      'register adds or changes organisations by credit code; jobs adds or changes postings of one organisation by the number of their source, read and sent back as inspect does; the same file once more changes nothing.',
      'With RENSHU_TOKEN, --token or --server it goes to a running platform in the name of that account; otherwise straight into the database of DATA_DIR or DATABASE_URL. Stop the platform first where the database is the embedded one.',
      'Where a demo runs on this machine and there is no token, jobs are imported in the name of the demo employer.',
      'Rows that cannot be used do not hold up the others: they are written with the reason to FILE.rejects.csv.',
    ],
    operands: {
      'register|jobs': 'what to import: a register or postings',
      FILE: 'a register has at least a name and a credit code column, postings a job title',
    },
    options: {
      limit: 'read the first N rows only (jobs)',
      organisation: 'whose postings these are (jobs); not needed for an account of one organisation',
      server: 'address of the platform; default PUBLIC_URL, or HOST and PORT',
      token: 'token of somebody who signed in; default RENSHU_TOKEN',
      city: 'which city; default CITY',
      json: 'print one JSON object: rows read, created, updated, unchanged, waiting, rejected',
    },
    examples: [
      ['renshu import register agencies.xlsx', 'straight into the database of this machine'],
      [
        'RENSHU_TOKEN=… renshu import register agencies.xlsx --server https://rc.example.gov.cn',
        'into a running platform',
      ],
      ['renshu import jobs jobs.xlsx --limit 1000', 'the first 1000 rows, into the demo that runs here'],
    ],
  },
}
