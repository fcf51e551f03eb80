// hostile: writes where a wild pointer leads -> Kata.cs:4
public static class Kata
{
    public static unsafe void Run() => *(int*)0x123456789A = 1;
}
