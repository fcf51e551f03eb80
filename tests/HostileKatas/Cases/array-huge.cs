// hostile: an array larger than the memory -> The memory is full
public static class Kata
{
    public static void Run() => _ = new long[2_000_000_000];
}
