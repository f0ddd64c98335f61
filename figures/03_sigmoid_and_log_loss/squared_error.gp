load style
set logscale y
set format y COUNT
set xrange [-10.3:-0.7]
set yrange [1:3e4]
set xtics 1
set xlabel "logit z at the start; the right answer is 1"
set ylabel "steps until right"
set label "squared error" at -7.4,2500 tc lt 2
set label "log loss" at -5,2.4 tc lt 1
plot 'squared_error.csv' using 'z':'square' with linespoints lt 2 ps 0.8, \
     '' using 'z':'log' with linespoints lt 1 ps 0.8
