// hostile: writes where a null pointer leads -> Kata.cs:4
public static class Kata
{
    public static unsafe void Run() => *(int*)0 = 1;
}
