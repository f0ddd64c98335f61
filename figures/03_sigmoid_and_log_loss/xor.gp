load style
set boxwidth 0.6
set style fill solid
set xrange [-0.6:5.6]
set yrange [0:60]
set xlabel "hidden neurons"
set ylabel "seeds of 100 that failed"
unset grid
set ytics 20
set grid y back lc rgb RULE lw 1 lt 1
plot 'xor.csv' using 0:'failed':xticlabels(strcol('hidden')) with boxes lt 2, \
     '' using 0:'failed':(sprintf("%d", column('failed'))) with labels offset 0,0.7 tc rgb INK
