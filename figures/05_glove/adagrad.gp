load style
set logscale x
set xrange [0.008:0.4]
set yrange [0.02:0.08]
set ytics 0.02
set xtics (0.01, 0.02, 0.05, 0.1, 0.2, 0.3)
set format y PLAIN
set xlabel "learning rate"
set ylabel "mean cost, last iteration"
set label "one rate for all" at 0.012,0.074 tc lt 3
set label "AdaGrad" at 0.06,0.042 tc lt 1
plot 'adagrad.csv' using 'rate':'descent' with linespoints lt 3 ps 0.8, \
     '' using 'rate':'adagrad' with linespoints lt 1 ps 0.8
