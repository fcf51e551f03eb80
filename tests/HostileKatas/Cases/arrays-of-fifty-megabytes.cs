// hostile: forty arrays of 50 MB -> The memory is full at Kata.cs:7
public static class Kata
{
    public static void Run()
    {
        List<byte[]> kept = [];
        for (var i = 0; i < 40; i++) kept.Add(new byte[50_000_000]);
        Console.WriteLine(kept.Count);
    }
}
