height = 280
load style
set xrange [0:200]
set yrange [-0.1:1.1]
set xtics 50
set ytics 0.5
set xlabel "distance in tokens"
set ylabel "product, of that at 0"
set label "d = 128" at 198,1.02 right tc lt 1
set label "d = 16" at 198,0.88 right tc lt 2
plot 0 with lines ls 9, \
     'products.csv' using 'distance':'narrow' with lines lt 2, \
     '' using 'distance':'wide' with lines lt 1, \
     '' using 'distance':'measured' every 8 with points lt 1 ps 0.7
