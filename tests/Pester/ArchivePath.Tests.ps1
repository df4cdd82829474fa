BeforeDiscovery {
    # As somebody writes it, from the folder of the test; and the file that is meant.
    $script:paths = @(
        @{ Written = 'plain.zvar'; File = 'plain.zvar' }
        @{ Written = './with space.zvar'; File = 'with space.zvar' }
        @{ Written = 'sub/../sub/deep.zvar'; File = 'sub/deep.zvar' }
        @{ Written = 'a[1].zvar'; File = 'a[1].zvar' }
        @{ Written = 'what`s [x-z].zvar'; File = 'what`s [x-z].zvar' }
        @{ Written = 'star*.zvar'; File = 'star*.zvar'; Skip = $IsWindows }
        @{ Written = 'one?.zvar'; File = 'one?.zvar'; Skip = $IsWindows }
        @{ Written = '$HOME "quoted";#.zvar'; File = '$HOME "quoted";#.zvar'; Skip = $IsWindows }
        @{ Written = 'α Ori=1;Mode=Memory.zvar'; File = 'α Ori=1;Mode=Memory.zvar' }
        @{ Written = 'Archives:/drive [2].zvar'; File = 'drive [2].zvar' }
        @{ Written = 'FileSystem::{0}/provider.zvar'; File = 'provider.zvar' }
        @{ Written = 'Microsoft.PowerShell.Core\FileSystem::{0}/whole provider.zvar'; File = 'whole provider.zvar' }
    )
}

BeforeAll {
    . $PSScriptRoot/Session.ps1
}

Describe 'The path of an archive' {
    BeforeEach {
        $script:folder = (New-Item "TestDrive:/$([guid]::NewGuid())/sub" -ItemType Directory).Parent.FullName
        $null = New-PSDrive -Name Archives -PSProvider FileSystem -Root $folder -Scope Global
        Push-Location $folder
        Connect-Zvar -Demo
    }

    AfterEach {
        Connect-Zvar -Demo
        Pop-Location
        Remove-PSDrive Archives
    }

    It 'may be <Written>' -ForEach ($paths | Where-Object { -not $_.Skip }) {
        $path = $Written -f $folder
        $null = $star | Save-ZvarArchive $path
        (Get-ChildItem $folder -Recurse -File).FullName | Should -Be (Join-Path $folder $File)
        (Get-ZvarArchive $path).Objects | Should -Be 1
        Test-ZvarArchive $path | Should -BeTrue
        Connect-Zvar -Archive $path
        (Get-ZvarObject $star).Psid | Should -Be $star
        Get-Item -LiteralPath (Join-Path $folder $File) | Test-ZvarArchive | Should -BeTrue

        # Where others are meant with it, it is still one file.
        Connect-Zvar -Archive $path -Through (Connect-Zvar -Demo -PassThru)
        $null = Get-ZvarObject 126541217361397171
        (Get-ZvarArchive $path).Objects | Should -Be 2
        (Get-ChildItem $folder -Recurse -File).Count | Should -Be 1
    }

    It 'is that of where the session has gone' {
        Set-Location sub
        $null = $star | Save-ZvarArchive here.zvar
        Connect-Zvar -Archive here.zvar
        Set-Location ..
        Test-ZvarArchive sub/here.zvar | Should -BeTrue
        (Get-ZvarObject $star).Psid | Should -Be $star
        Set-Location Archives:/sub
        Test-ZvarArchive here.zvar | Should -BeTrue
        Test-ZvarArchive ../sub/here.zvar | Should -BeTrue
    }

    It 'may begin at home' {
        $name = "$([guid]::NewGuid()).zvar"
        try {
            $null = $star | Save-ZvarArchive "~/$name"
            Test-Path -LiteralPath (Join-Path $HOME $name) | Should -BeTrue
            Test-ZvarArchive "~/$name" | Should -BeTrue
            (Get-ZvarArchive "~/$name").Objects | Should -Be 1
            Connect-Zvar -Archive "~/$name"
            (Get-ZvarObject $star).Psid | Should -Be $star
        }
        finally {
            Remove-Item -LiteralPath (Join-Path $HOME $name) -ErrorAction Ignore
        }
    }

    It 'may be in Temp:' {
        $name = "$([guid]::NewGuid()) [1].zvar"
        try {
            $null = $star | Save-ZvarArchive "Temp:/$name"
            Test-Path -LiteralPath (Join-Path ([IO.Path]::GetTempPath()) $name) | Should -BeTrue
            Test-ZvarArchive "Temp:/$name" | Should -BeTrue
        }
        finally {
            Remove-Item -LiteralPath "Temp:/$name" -ErrorAction Ignore
        }
    }

    It 'is of no other provider, and of no drive that is not there: <_>' -ForEach @(
        'Env:/a.zvar', 'Variable:/a', 'None:/a.zvar'
    ) {
        $path = $_
        foreach ($command in
            { $star | Save-ZvarArchive $path },
            { Get-ZvarArchive $path -ErrorAction Stop },
            { Test-ZvarArchive $path -ErrorAction Stop },
            { Connect-Zvar -Archive $path },
            { Connect-Zvar -Archive $path -Through (Connect-Zvar -Demo -PassThru) }) {
            $failure = $command | Should -Throw -PassThru
            $failure.FullyQualifiedErrorId | Should -BeLike 'PathNotSupported,*'
            $failure.TargetObject | Should -Be $path
        }

        Get-ChildItem $folder -Recurse -File | Should -BeNullOrEmpty
    }
}
