namespace Effects;

/// <summary>A set of small numbers.</summary>
readonly struct Places(ulong[] words)
{
    readonly ulong[] words = words;

    public static Places None => new([]);

    public bool IsEmpty => words is null || Array.TrueForAll(words, w => w == 0);

    public static Places Of(int number)
    {
        var made = new ulong[number / 64 + 1];
        made[number / 64] = 1UL << number % 64;
        return new(made);
    }

    public bool Has(int number) =>
        words is not null && number / 64 < words.Length && (words[number / 64] >> number % 64 & 1) != 0;

    public bool Includes(Places other)
    {
        for (var i = 0; i < (other.words?.Length ?? 0); i++)
            if ((other.words![i] & ~(i < (words?.Length ?? 0) ? words![i] : 0)) != 0)
                return false;
        return true;
    }

    public static Places operator |(Places a, Places b)
    {
        if (a.Includes(b))
            return a;
        var made = new ulong[Math.Max(a.words?.Length ?? 0, b.words!.Length)];
        for (var i = 0; i < made.Length; i++)
            made[i] = (i < (a.words?.Length ?? 0) ? a.words![i] : 0) | (i < b.words.Length ? b.words[i] : 0);
        return new(made);
    }

    public IEnumerable<int> Numbers()
    {
        for (var i = 0; i < (words?.Length ?? 0); i++)
            for (var w = words![i]; w != 0; w &= w - 1)
                yield return i * 64 + System.Numerics.BitOperations.TrailingZeroCount(w);
    }
}
