// hostile: takes more of the stack than there is -> Kata.cs:6
public static class Kata
{
    public static unsafe void Run()
    {
        byte* much = stackalloc byte[50_000_000];
        much[0] = 1;
    }
}
