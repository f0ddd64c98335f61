load style
set xrange [0.5:15.5]
set yrange [0.02:0.11]
set ytics 0.02
set xtics 1,2
set format y PLAIN
set xlabel "iterations"
set ylabel "mean cost of a cell"
set label "one rate for all" at 9,0.058 tc lt 3
set label "AdaGrad" at 3.2,0.045 tc lt 1
plot 'adagrad.csv' using 'iteration':'descent' with linespoints lt 3 ps 0.6, \
     '' using 'iteration':'adagrad' with linespoints lt 1 ps 0.6
