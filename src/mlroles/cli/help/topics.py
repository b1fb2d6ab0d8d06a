"""The texts of `mlroles help TOPIC`."""

START_HERE = {
    "mlroles show mlops": "what a role does, needs and earns",
    "mlroles gap data-analyst ml-engineer": "what is missing for a move",
    "mlroles match --have 'python:3, sql:3, statistics:2'": "roles that fit",
    "mlroles team plan first-model": "whom to hire",
}
"""The calls to start with, each with what it shows."""

START = """\
Getting started

Names are forgiving: 'mlops', 'MLOps Engineer' and 'ml-ops' are the same role.
What you misspell is answered with the nearest names.

1. Look around
     mlroles list                       all roles
     mlroles show mlops                 one role: work, skills, tools, pay
     mlroles show kubernetes            a skill: who needs it, and how much
     mlroles compare devops mlops       two roles side by side
     mlroles search 'model drift'       when you do not know the name

2. Plan a move
     mlroles gap data-analyst ml-engineer     what is missing, skill by skill
     mlroles path data-analyst ml-engineer    the best route, step by step
     mlroles match --have 'python:3, sql:3, statistics:2'
                                              the roles that fit your skills
   Write a skill as NAME:LEVEL: 1 awareness, 2 working, 3 practitioner,
   4 expert. Write a role as ROLE or ROLE@RUNG, such as mlops@senior; the
   rungs are junior, mid, senior and lead.
   To keep your skills in a file: mlroles profile new -o profile.yaml,
   then --have profile.yaml. A JSON Resume or a CV works too: --have cv.pdf.

3. Build a team
     mlroles team templates             teams for several purposes
     mlroles team plan first-model      whom to hire for one of them
     mlroles team check --seats 'mlops data-engineer:2'

4. Read the market
     mlroles pay mlops                  pay by level, with sample size
     mlroles normalize 'Sr. MLE II'     the role that a job title means
     mlroles decode advert.txt          the job that an advert really is

Every page ends with what else there is: "More" names its other sections,
"Next" a command to try. --full shows everything.
"""

OUTPUT = """\
Output: options that every command has

OPTIONS

Pages and rows
  On a terminal every answer is a page. In a pipe a list becomes rows between
  tabs, without a header; a page stays a page, without colour. JSON has every
  key every time, null where nothing is known: docs/json.md lists them.

Examples
  mlroles list --json | jq -r '.[].name'
  mlroles list --fields id,pay.median -f csv
  mlroles show mlops -o mlops.html
  mlroles show mlops --section tools -f csv

Errors and remarks go to standard error, so a pipe gets only the answer.
"""

ENVIRONMENT = """\
Environment variables

  MLROLES_CATALOGUE   the catalogue to use: a folder or a file; several,
                      separated as in PATH, are layered, the lowest first.
                      --catalogue comes before it.
  MLROLES_COUNTRY     the country of pay, such as GB. --country comes
                      before it.
  MLROLES_PAGER       what shows a page that is longer than the terminal;
                      else PAGER, else less -FRX. --no-pager turns it off.
  MLROLES_TRACEBACK   1 shows where in the program a bug is.
  NO_COLOR            no colour, if it is set and not empty.
  FORCE_COLOR         colour in a pipe too. --color and --no-color come before
                      both.
  TERM, COLORTERM     colours are used where one of them says that there are
                      256; otherwise headings are bold, and that is all.
  FORCE_HYPERLINK     1 makes names of tools and sources links, 0 does not;
                      else they are links on terminals known to show them.
  COLUMNS             the width to draw at, instead of the terminal's.
  XDG_CACHE_HOME      where the compiled catalogue is kept (on Linux).

There is no configuration file, and no command uses the network. The compiled
catalogue is in your cache folder; mlroles catalogue says where, and
mlroles catalogue --clear-cache removes it.

Completion of commands, options and names in bash, zsh and fish:
  mlroles --install-completion
"""

EXIT_CODES = """\
Exit codes

    0   answered
    1   the answer is no: nothing was found, or a check found problems
    2   asked wrongly: an unknown name or option, or two that disagree
    3   the catalogue or a file cannot be read or written
   70   a bug in mlroles; MLROLES_TRACEBACK=1 shows where
  130   interrupted with Ctrl-C

An error is two lines on standard error: what happened and what to do about it.
Standard output is then empty, except after 1, where a check prints what it
found.

  mlroles validate ladder && mlroles --catalogue ladder list
"""

LIMITS = """\
Limits

ROWS

What is more is refused, with exit code 3 for a file and 2 for what was typed; a
title that is too long comes back without a role.

csv and tsv get an apostrophe before text that a spreadsheet would take for a
formula, and escapes for control characters; --raw leaves them as they are. What
mlroles reads loses the apostrophe again. Pages and errors show as escapes what
a terminal would obey. JSON and rows in a pipe keep what came in.
"""
