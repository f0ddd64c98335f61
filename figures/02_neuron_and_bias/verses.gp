load style
set xrange [0.5:20.5]
set yrange [70:90]
set xtics (1, 5, 10, 15, 20)
set xlabel "passes over the training verses"
set ylabel "validation verses judged rightly, %"
set label "averaged" at 13,85.4 tc lt 1
set label "as it stands" at 13,82 tc lt 2
set label "always the Old Testament" at 20,72.2 right tc rgb SOFT
set label "with a bias: solid · without: dashed" at 1,88.5 tc rgb SOFT
plot 'verses.csv' using 'pass':(100 * column('majority')) with lines ls 9, \
     '' using 'pass':(100 * column('last_with')) with lines lt 2, \
     '' using 'pass':(100 * column('last_without')) with lines lt 2 dt 2, \
     '' using 'pass':(100 * column('average_with')) with lines lt 1, \
     '' using 'pass':(100 * column('average_without')) with lines lt 1 dt 2
