namespace Interleavings.Reporting;

/// <summary>
/// Which rows of a long diagram stay: what explains the failure, and what is next to it.
/// </summary>
static class Folding
{
    /// <summary>
    /// True for each row that stays, so that with a line for each gap at most <paramref
    /// name="lines"/> are needed.
    /// </summary>
    public static bool[] Keep(IReadOnlyList<Row> rows, int lines)
    {
        var keep = new bool[rows.Count];
        if (rows.Count <= lines)
        {
            Array.Fill(keep, true);
            return keep;
        }

        // The end of an execution is where it fails: with nothing better to go by, what is
        // near it stays.
        int[] keys = [.. rows.Index().Where(r => r.Item.IsKey).Select(r => r.Index)];
        if (keys.Length == 0) keys = [rows.Count - 1];
        var order = Enumerable.Range(0, rows.Count)
            .OrderBy(i => keys.Min(k => Math.Abs(k - i))).ThenByDescending(i => i);
        foreach (var i in order)
        {
            keep[i] = true;
            if (Lines(keep) > lines) keep[i] = false;
        }
        return keep;
    }

    static int Lines(bool[] keep) => keep.Index()
        .Count(k => k.Item || k.Index == 0 || keep[k.Index - 1]);
}
