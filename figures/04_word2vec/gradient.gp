load style
set logscale x
set xrange [0.9:1100]
set yrange [-0.1:1.15]
set ytics 0.2
set xlabel "words drawn for each neighbour"
set ylabel "cosine with the exact gradient"
set label "scores lowered, mean" at 12,1.08 tc lt 1
set label "scores lowered, drawn" at 20,0.84 tc lt 3
set label "as it is, mean" at 7,0.55 tc lt 2
set label "as it is, drawn" at 1.1,0.3 tc lt 4
plot 'gradient.csv' using 'k':'as_it_is' with linespoints lt 2 ps 0.6, \
     '' using 'k':'drawn' with linespoints lt 4 ps 0.6, \
     '' using 'k':'shifted' with linespoints lt 1 ps 0.6, \
     '' using 'k':'drawn_shifted' with linespoints lt 3 ps 0.6
