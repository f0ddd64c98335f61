load style
set xrange [0:64]
set yrange [-1:1.1]
set xtics 16
set ytics 0.5
set format y PLAIN
set xlabel "distance of two places"
set ylabel "cosine of their vectors, mean"
set label "sinusoids" at 44,0.72 tc lt 2
set label "learned" at 30,-0.55 right tc lt 1
plot 0 with lines ls 9, \
     'learned.csv' using 'distance':'sinusoidal' with lines lt 2, \
     '' using 'distance':'learned' with lines lt 1
