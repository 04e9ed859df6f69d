"""Official reports on a quarter: what they say, and how they lie on paper.

The form is that of Decree 30/2020/NĐ-CP, annex I. What the data do not tell is left as a marked gap
for the office to fill in; nothing is made up.
"""
