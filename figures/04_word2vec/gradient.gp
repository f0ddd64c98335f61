height = 360
load style
set logscale x
set xrange [0.8:1250]
set yrange [-0.05:1.15]
set ytics 0.2
set format xy PLAIN
set xlabel "negative samples"
set ylabel "cosine with the softmax's gradient"
set label "log k and log Z taken off" at 1000,1.08 right tc lt 1
set label "the same, drawn" at 14,0.84 tc lt 3
set label "as it is" at 7,0.52 tc lt 2
set label "as it is, drawn" at 1,0.12 tc lt 4
plot 'gradient.csv' using 'k':'shifted' with linespoints lt 1 ps 0.6, \
     '' using 'k':'drawn_shifted' with linespoints lt 3 ps 0.6, \
     '' using 'k':'as_it_is' with linespoints lt 2 ps 0.6, \
     '' using 'k':'drawn' with linespoints lt 4 ps 0.6
