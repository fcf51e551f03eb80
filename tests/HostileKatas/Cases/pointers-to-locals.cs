// harmless: pointers to what is its own -> Proved
public static class Kata
{
    public static unsafe void Run()
    {
        int* numbers = stackalloc int[8];
        for (var i = 0; i < 8; i++) numbers[i] = i;
        var sum = 0;
        for (var at = numbers; at < numbers + 8; at++) sum += *at;
        if (sum != 28) throw new InvalidOperationException($"{sum}");
    }
}
