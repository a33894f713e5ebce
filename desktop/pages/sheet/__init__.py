"""The evaluation sheet (個別事業評価表) as it looks on paper, to be filled in."""
