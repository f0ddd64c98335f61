load style
set xrange [-6:6]
set yrange [0:1]
set xtics 2
set ytics 0.25
set xlabel "bias b"
set ylabel "share of inputs that fire"
set label "weights of length 1" at -0.2,0.9 right tc lt 1
set label "of length 3" at 2.5,0.68 tc lt 2
plot 'firing_expected.csv' using 'b':'short' with lines lt 1, \
     '' using 'b':'long' with lines lt 2, \
     'firing_measured.csv' using 'b':'short' with points lt 1 ps 0.9, \
     '' using 'b':'long' with points lt 2 ps 0.9
