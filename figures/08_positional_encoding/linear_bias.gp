height = 300
load style
set logscale y
set xrange [0:128]
set yrange [0.0004:0.6]
set xtics 32
set ytics (0.001, 0.01, 0.1)
set format y PLAIN
set xlabel "tokens back"
set ylabel "weight"
set label "head 1" at 9,0.2 tc lt 1
set label "head 3" at 17,0.03 tc lt 2
set label "head 5" at 61,0.0062 tc lt 3
set label "head 7" at 100,0.0052 tc lt 4
set label "no bias" at 126,0.00145 right tc rgb SOFT
plot 'linear_bias.csv' using 'distance':'none' with lines ls 9, \
     '' using 'distance':'h1' with lines lt 1, \
     '' using 'distance':'h3' with lines lt 2, \
     '' using 'distance':'h5' with lines lt 3, \
     '' using 'distance':'h7' with lines lt 4
