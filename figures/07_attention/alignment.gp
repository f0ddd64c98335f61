height = 300
load style
set xrange [-0.8:*]
set yrange [9.8:-0.8]
set xlabel "what was read"
set ylabel "what was written"
set bmargin 3.2
seen(weight) = weight > 0.02 ? 1.9 * sqrt(weight) : NaN
plot 'alignment.csv' using 'key':'query':(seen(column('weight'))):xticlabel('written'):yticlabel('iso') \
     with points lt 1 ps variable
