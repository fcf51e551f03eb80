// hostile: an array larger than the memory -> The memory is full at Kata.cs:4 (main)
public static class Kata
{
    public static void Run() => _ = new long[2_000_000_000];
}
