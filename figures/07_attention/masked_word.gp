height = 240
load style
set lmargin 20
set xrange [0:30]
set yrange [3.6:-0.6]
set ytics scale 0
set grid noytics
set xlabel "hidden words guessed right, %"
set boxwidth 0.6
set style fill solid 0.85 noborder
plot 'masked_word.csv' using (0):'rung':(0):'right':(column('rung')-0.3):(column('rung')+0.3):ytic(stringcolumn('name')) with boxxyerror lt 1, \
     '' using (column('right')+0.4):'rung':(sprintf("%.1f %%", column('right'))) with labels left tc rgb INK
