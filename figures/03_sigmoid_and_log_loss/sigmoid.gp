load style
set xrange [-6:6]
set yrange [0:1.02]
set xtics 2
set ytics 0.25
set format y PLAIN
set xlabel "logit z"
set ylabel "probability, and its slope"
set label "σ(z)" at 1.5,0.9 right tc lt 1
set label "its slope, at most ¼" at 1.4,0.31 tc lt 2
set arrow from 0,0 to 0,1 nohead ls 9
plot 'sigmoid.csv' using 'z':'p' with lines lt 1, \
     '' using 'z':'slope' with lines lt 2
