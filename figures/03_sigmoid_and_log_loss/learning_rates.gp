height = 360
load style
set xrange [0:100]
set yrange [0.5:0.85]
set xtics 20
set ytics 0.1
set format y PLAIN
set xlabel "step of gradient descent"
set ylabel "loss"
set label "rate 40: leaps out of the picture" at 14,0.82 tc rgb SOFT
set label "0.01: slow" at 50,0.685 tc lt 3
set label "12: to and fro" at 4,0.755 tc lt 2
set label "0.3" at 101,0.56 tc lt 4
set label "6: best" at 83,0.518 tc lt 1
of_rate(rate) = column('rate') == rate ? column('loss') : NaN
plot 'learning_rates.csv' using 'step':(of_rate(40)) with lines lc rgb SOFT lw 1, \
     '' using 'step':(of_rate(0.01)) with lines lt 3, \
     '' using 'step':(of_rate(12)) with lines lt 2, \
     '' using 'step':(of_rate(0.3)) with lines lt 4, \
     '' using 'step':(of_rate(6)) with lines lt 1
