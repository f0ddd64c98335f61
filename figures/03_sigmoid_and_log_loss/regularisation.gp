load style
set logscale x
set xrange [7e-8:1.4e-2]
set yrange [0:1.15]
set ytics 0.2
set format x "10^{%T}"
set format y PLAIN
set xlabel "price λ on the squared weights"
set ylabel "loss"
set label "validation verses" at 4e-7,0.9 tc lt 2
set label "the 500 verses learnt from" at 4e-6,0.1 tc lt 1
plot 'regularisation.csv' using 'l2':'validation' with linespoints lt 2 ps 0.6, \
     '' using 'l2':'train' with linespoints lt 1 ps 0.6
