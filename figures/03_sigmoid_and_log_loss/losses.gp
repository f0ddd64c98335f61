load style
set xrange [-6:6]
set yrange [0:6]
set xtics 2
set ytics 1
set xlabel "logit z"
set ylabel "loss"
set label "log loss if y = 1" at -5,5.5 tc lt 1
set label "log loss if y = 0" at 5,5.5 right tc lt 2
set label "squared error if y = 1" at -5.9,1.35 tc lt 3
plot 'sigmoid.csv' using 'z':'log1' with lines lt 1, \
     '' using 'z':'log0' with lines lt 2, \
     '' using 'z':'square1' with lines lt 3
