height = 255
load style
set xlabel "draw"
set ylabel "value"
set yrange [0:1]
plot 'lattice.csv' using 'n':'value' with points lt 1
