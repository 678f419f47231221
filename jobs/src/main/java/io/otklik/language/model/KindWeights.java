package io.otklik.language.model;

/** Weights as the trainer gives them, before they are rounded into a {@link KindModel}. */
public final class KindWeights {

    private static final int STEPS = 1_000;

    private final float[][] tables = new float[KindModel.Block.values().length][];
    private final float[] bias = new float[KindModel.OUTPUTS];

    public KindWeights() {
        for (int i = 0; i < tables.length; i++) {
            tables[i] = new float[KindModel.OUTPUTS << KindModel.BITS];
        }
    }

    /**
     * @param row block and row as one number
     */
    public void set(int row, int output, float weight) {
        int block = row >>> KindModel.BITS;
        int inBlock = row & (1 << KindModel.BITS) - 1;
        tables[block][inBlock * KindModel.OUTPUTS + output] = weight;
    }

    public float get(int row, int output) {
        int block = row >>> KindModel.BITS;
        int inBlock = row & (1 << KindModel.BITS) - 1;
        return tables[block][inBlock * KindModel.OUTPUTS + output];
    }

    public float bias(int output) {
        return bias[output];
    }

    public void setBias(int output, float weight) {
        bias[output] = weight;
    }

    /** Rounds the weights. */
    public KindModel round(Calibration calibration) {
        float[] steps = new float[KindModel.OUTPUTS];
        for (float[] table : tables) {
            for (int i = 0; i < table.length; i++) {
                int output = i % KindModel.OUTPUTS;
                steps[output] = Math.max(steps[output], Math.abs(table[i]) / STEPS);
            }
        }
        short[][] rounded = new short[tables.length][];
        for (int t = 0; t < tables.length; t++) {
            rounded[t] = new short[tables[t].length];
            for (int i = 0; i < rounded[t].length; i++) {
                float step = steps[i % KindModel.OUTPUTS];
                rounded[t][i] = step == 0 ? 0 : (short) Math.round(tables[t][i] / step);
            }
        }
        return new KindModel(rounded, steps, bias.clone(), calibration);
    }
}
